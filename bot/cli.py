"""The command line: reads arguments, asks the desk, prints, returns a status.

``--help`` answers at once, so everything heavy is imported inside the command
that needs it. Status 0: done. 2: refused, with one clear sentence on standard
error. A request that is declined or abstained from is an answer, status 0.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kb.errors import ToolkitError, UnusableRequest

if TYPE_CHECKING:
    from bot.model import Sheet
    from bot.wiring import Progress, Toolkit
    from kb.model import Filter

ROOT = Path(__file__).parent.parent


# ------------------------------------------------------------------ reading and printing


def _read(said: str) -> str:
    """The text itself, the content of a file, or standard input for "-"."""
    if said == "-":
        return sys.stdin.buffer.read().decode("utf-8", errors="replace")
    if "\n" not in said and len(said) < 1000 and Path(said).is_file():
        try:
            return Path(said).read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            raise UnusableRequest(
                f"{said} is not a text file.", "Give a .txt or .md file, or paste the text."
            ) from error
    return said


def _bar() -> Progress:
    """A progress bar on standard error; nothing when there is nothing to do."""
    from tqdm import tqdm

    bars: list[Any] = []

    def progress(done: int, total: int, name: str) -> None:
        if not bars and total:
            bars.append(
                tqdm(total=total, desc="Filling the library", unit="sheet", file=sys.stderr)
            )
        bars[0].total = total
        bars[0].set_postfix_str(name[:40], refresh=False)
        bars[0].update(done - bars[0].n)
        if done >= total:
            bars[0].close()

    return progress


def _open() -> Toolkit:
    from bot.wiring import open_toolkit

    toolkit = open_toolkit(progress=_bar())
    for receipt in toolkit.unread:
        print(f"{receipt.reason}\n  {receipt.advice}", file=sys.stderr)
    return toolkit


def _language(args: argparse.Namespace, text: str) -> str:
    from kb.language import detect, read_code

    if not args.lang:
        return detect(text)
    code = read_code(args.lang)
    if not code:
        raise UnusableRequest(f"{args.lang!r} is no language of the toolkit.", "Use en or fr.")
    return code


def _print_sheet(sheet: Sheet, as_json: bool) -> int:
    if as_json:
        from bot.result import sheet_result

        print(json.dumps(sheet_result(sheet), ensure_ascii=False, indent=2))
    else:
        from bot.export import as_markdown

        print(as_markdown(sheet))
    return 0


# ------------------------------------------------------------------ the commands


def ask(args: argparse.Namespace) -> int:
    from bot.model import Question

    text = _read(args.question)
    return _print_sheet(_open().desk.answer(Question(text, _language(args, text))), args.json)


def draft(args: argparse.Namespace) -> int:
    notes = _read(args.notes)
    desk = _open().desk
    incident = desk.read_notes(notes)
    return _print_sheet(desk.statement(incident, args.channel, _language(args, notes)), args.json)


def counter(args: argparse.Namespace) -> int:
    from bot.model import Rumour

    text = _read(args.rumour)
    facts = [line for said in args.fact for line in _read(said).splitlines() if line.strip()]
    rumour = Rumour(text, tuple(facts), args.format, args.audience)
    return _print_sheet(_open().desk.counter_message(rumour, _language(args, text)), args.json)


def check(args: argparse.Namespace) -> int:
    text = _read(args.text)
    return _print_sheet(_open().desk.review(text, _language(args, text), args.channel), args.json)


#: Options of ``search`` that say which passages may be found, and the groups they choose from.
CHOICES = {
    "topic": "topics",
    "use": "uses",
    "phase": "phases",
    "audience": "audiences",
    "finding": "findings",
    "law": "law",
}


def _filter(args: argparse.Namespace) -> Filter:
    """What the options let pass. Raises UnusableRequest on a word nobody files under."""
    from kb.model import Filter
    from kb.vocabulary import vocabulary

    chosen: dict[str, tuple[Any, ...]] = {"sources": tuple(args.source)}
    for option, group in CHOICES.items():
        words = getattr(args, option)
        for word in words:
            if word not in vocabulary(group):
                raise UnusableRequest(
                    f"There is no {option} {word!r}.", f"Use {', '.join(vocabulary(group))}."
                )
        chosen[group] = tuple(int(word) if group == "findings" else word for word in words)
    return Filter(**chosen)


def search(args: argparse.Namespace) -> int:
    only = _filter(args)
    hits = _open().desk.search(args.query, args.k, _language(args, args.query), only)
    if args.json:
        from bot.result import hit_result

        print(json.dumps([hit_result(hit) for hit in hits], ensure_ascii=False, indent=2))
        return 0
    for hit in hits:
        print(f"{hit.score:.2f}  {hit.passage.id}  ({hit.passage.locator})")
        print(f"      {hit.passage.text}\n")
    return 0


def ingest(args: argparse.Namespace) -> int:
    from bot.wiring import open_toolkit, rebuild_library

    if args.rebuild:
        bar = _bar()
        count = rebuild_library(lambda done, total: bar(done, total, "passages"))
        print(f"{count} passages embedded again.")
        return 0
    if not args.paths:
        raise UnusableRequest("No file or folder is named.", "Write: toolkit ingest FILE …")
    toolkit = open_toolkit(progress=_bar())
    receipts = []
    for path in args.paths:
        if not path.exists():
            raise UnusableRequest(f"There is no {path}.", "Check the spelling of the path.")
        receipts += toolkit.take_in_path(path, _bar())
    if args.json:
        rows = [
            {
                "name": r.name,
                "outcome": r.outcome,
                "source_id": r.source.id if r.source else None,
                "passages": r.passages,
                "reason": r.reason,
                "advice": r.advice,
                "warnings": list(r.warnings),
            }
            for r in receipts
        ]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for r in receipts:
            print(f"{r.outcome:9}{r.name}  {r.passages or ''} {r.reason} {r.advice}".rstrip())
            for warning in r.warnings:
                print(f"         note: {warning}")
    return 2 if receipts and all(r.outcome == "refused" for r in receipts) else 0


def sources(args: argparse.Namespace) -> int:
    library = _open().library
    rows = [
        {
            "id": s.id,
            "edition": s.edition,
            "title": s.title,
            "publisher": s.publisher,
            "year": s.year,
            "language": s.language,
            "url": s.url,
            "passages": len(library.passages(s.edition)),
        }
        for s in library.sources()
    ]
    if args.json:
        print(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for row in rows:
            print(f"{row['edition']:32}{row['passages']:4}  {row['title']}")
    return 0


def batch(args: argparse.Namespace) -> int:
    from bot.batch import run

    desk = _open().desk
    lines = (raw.decode("utf-8", errors="replace") for raw in sys.stdin.buffer)
    for result in run(lines, desk):
        sys.stdout.write(result + "\n")
        sys.stdout.flush()
    return 0


def serve(args: argparse.Namespace) -> int:
    import socket

    from bot.settings import quiet_guests

    with socket.socket() as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind(("127.0.0.1", args.port))
        except OSError as error:
            raise UnusableRequest(
                f"Port {args.port} is taken by another program.",
                f"Use another one: make run PORT={args.port + 1}",
            ) from error
    _open()
    quiet_guests()
    print(f"The toolkit opens at http://127.0.0.1:{args.port} (Ctrl+C ends it).", flush=True)
    os.chdir(ROOT)
    command = [sys.executable, "-m", "streamlit", "run", "app.py"]
    os.execv(sys.executable, [*command, "--server.address=127.0.0.1", f"--server.port={args.port}"])


def doctor(args: argparse.Namespace) -> int:
    from bot.doctor import examine

    checks = examine()
    if args.json:
        print(json.dumps([vars(c) for c in checks], ensure_ascii=False, indent=2))
    else:
        for c in checks:
            print(f"{'ok  ' if c.fine else 'LOOK'}  {c.name}: {c.finding}")
    return 0 if all(c.fine for c in checks) else 2


def kb(args: argparse.Namespace) -> int:
    """Look after the shipped guidance: for those who write it."""
    if args.task == "count":
        from kb.tally import as_markdown

        print(as_markdown(), end="")
        return 0
    from kb.check import check_documents

    beside = args.beside if args.beside.is_dir() else None
    problems = check_documents(only=args.names, beside=beside)
    for problem in problems:
        print(problem)
    if problems:
        print(f"\n{len(problems)} to mend.", file=sys.stderr)
        return 1
    print("The shelves are in order.")
    return 0


def marks(args: argparse.Namespace) -> int:
    """Reviewers' marks: the same as on the Library page."""
    from bot.marks_command import export, listed, set_mark, take_in

    library = _open().library
    if args.task == "export":
        print(export(library.marks, args.file))
    elif args.task == "import":
        print(take_in(library.marks, args.file))
    elif args.task == "set":
        print(set_mark(library, args.target, args.standing, args.by, args.note))
    elif text := listed(library.marks, args.json):
        print(text)
    return 0


# ------------------------------------------------------------------ arguments


def _marks_arguments(sub: argparse.ArgumentParser) -> None:
    tasks = sub.add_subparsers(dest="task", required=True, metavar="TASK")
    one = tasks.add_parser("list", help="show the marks in force")
    one.add_argument("--json", action="store_true", help="print JSON for a program")
    one = tasks.add_parser("export", help="write every mark to one file")
    one.add_argument("file", type=Path)
    one = tasks.add_parser("import", help="add the marks of a file")
    one.add_argument("file", type=Path)
    one = tasks.add_parser("set", help="mark a source or a passage")
    one.add_argument(
        "target", help="the id of a source or of a passage, as toolkit search shows it"
    )
    one.add_argument("standing", help="checked, doubtful, withdrawn, or open to take a mark back")
    one.add_argument("--by", required=True, help="who looked at it: a name or a role")
    one.add_argument("--note", default="", help="why")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="toolkit",
        description="Drafts crisis statements and counter-messages, "
        "and shows for every sentence where it comes from.",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, run: Any, help: str, texts: bool = True) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=help, description=help)
        sub.set_defaults(run=run)
        if texts:
            sub.add_argument("--json", action="store_true", help="print JSON for a program")
            sub.add_argument("--lang", default="", help="en or fr; detected if left out")
        return sub

    sub = command("ask", ask, "Ask what the guidance says.")
    sub.add_argument("question", help='the question, a file, or "-" for standard input')
    sub = command("draft", draft, "Draft a text from incident notes.")
    sub.add_argument("notes", help='the notes, a file, or "-" for standard input')
    sub.add_argument("--channel", default="holding", help="holding, statement or social")
    sub = command("counter", counter, "Answer a rumour with verified facts.")
    sub.add_argument("rumour", help='the rumour, a file, or "-" for standard input')
    sub.add_argument("--fact", action="append", default=[], help="a verified fact; repeat it")
    sub.add_argument("--format", default="debunk", help="debunk, prebunk or narrative")
    sub.add_argument("--audience", default="", help="whom it is for")
    sub = command("check", check, "Check a draft against the principles.")
    sub.add_argument("text", help='the draft, a file, or "-" for standard input')
    sub.add_argument("--channel", default="", help="what the draft is for")
    sub = command("search", search, "Find passages in the library.")
    sub.add_argument("query")
    sub.add_argument("-k", type=int, default=5, help="how many passages")
    for option in (*CHOICES, "source"):
        told = f"only passages of this {option}; repeat it"
        sub.add_argument(f"--{option}", action="append", default=[], metavar="WORD", help=told)
    sub = command("ingest", ingest, "Add files or folders to the library.")
    sub.add_argument("paths", nargs="*", type=Path)
    sub.add_argument("--rebuild", action="store_true", help="embed everything again")
    command("sources", sources, "List the sources in the library.")
    command("batch", batch, "Answer JSON requests, one a line, from standard input.", texts=False)
    sub = command("serve", serve, "Open the app.", texts=False)
    sub.add_argument("--port", type=int, default=8501)
    sub = command("kb", kb, "Check or count the shipped guidance under kb/documents.", texts=False)
    sub.add_argument("task", choices=["check", "count"])
    sub.add_argument("names", nargs="*", help="publications; all of them if left out")
    sub.add_argument(
        "--beside",
        type=Path,
        default=ROOT.parent / "shared",
        help="the folder of the raw material (sources/facts, real), if you have it",
    )
    help = "Look after reviewers' marks on sources and passages."
    _marks_arguments(command("marks", marks, help, texts=False))
    command("doctor", doctor, "Look whether everything is in place.")
    return parser


def main(argv: list[str] | None = None) -> int:
    """Run one command. Returns the exit status; 2 for a refusal."""
    args = _parser().parse_args(argv)
    try:
        return int(args.run(args))
    except ToolkitError as error:
        print(f"{error.what}\n  {error.advice}", file=sys.stderr)
        return 2
    except BrokenPipeError:  # the reader of our output went away: that is its right
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
