"""``python -m bot.brief < notes.txt``: the facts table, for reading rules against notes."""

import sys

from bot.brief import read_notes


def main() -> None:
    incident = read_notes(sys.stdin.read(), sys.argv[1] if len(sys.argv) > 1 else "")
    print(f"kind: {incident.kind}   hate: {incident.hate or '-'}   {incident.notes_language}")
    for fact in incident.facts:
        by = f"  [{fact.by}]" if fact.by else ""
        print(f"{fact.id:4} {fact.kind:13} {fact.status:9} {fact.text!r}{by}")
        if fact.slots:
            print("      " + "  ".join(f"{k}={v!r}" for k, v in fact.slots.items()))
    for held in incident.withheld:
        print(f"  -- {held.reason:16} {held.span!r}")


if __name__ == "__main__":
    main()
