"""A web page as its readers see it: its text, without its frame and without what is hidden."""

from __future__ import annotations

import pytest

from ingest.readers import read
from tests.ingest.files import page


def text(body: str, head: str = "") -> str:
    return read(page(body, head), "a.html").text


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>X</p>",
        "<p aria-hidden='true'>X</p>",
        "<p style='display:none'>X</p>",
        "<p style='DISPLAY : None !important'>X</p>",
        "<p style='visibility: hidden'>X</p>",
        "<p style='font-size:1px;opacity:0'>X</p>",
        "<p style='font-size:0'>X</p>",
        "<div style='position:absolute;left:-9999px'>X</div>",
        "<div style='position:fixed; top:-200vh'>X</div>",
        "<p style='text-indent:-999em'>X</p>",
        "<p style='transform: translateX(-5000px)'>X</p>",
        "<p style='color:transparent'>X</p>",
        "<p style='color:#fff'>X</p>",
        "<font color='white'>X</font>",
        "<p style='color: red; background-color: red'>X</p>",
        "<p style='height:0;overflow:hidden'>X</p>",
        "<p style='position:absolute;clip:rect(0 0 0 0)'>X</p>",
        "<span class='sr-only'>X</span>",
        "<!-- X -->",
        "<script>X</script>",
        "<style>X</style>",
        "<template>X</template>",
        "<noscript>X</noscript>",
        "<iframe>X</iframe>",
        "<svg><title>X</title></svg>",
        "<button>X</button>",
        "<nav>X</nav>",
        "<footer>X</footer>",
        "<dialog>X</dialog>",
        "<div role='navigation'>X</div>",
        "<div class='cookie-banner'>X</div>",
        "<div id='site-footer'>X</div>",
        "<ul class='breadcrumbs'><li>X</ul>",
        "<div style='display:none'><p><b>X</b></p></div>",
    ],
)
def test_what_no_reader_sees_and_what_is_the_frame_is_left_out(hidden):
    body = f"<p>The hall is open, and it is warm.</p>{hidden}<p>Come in by the side door.</p>"

    assert text(body) == "The hall is open, and it is warm.\n\nCome in by the side door."


@pytest.mark.parametrize(
    "shown",
    [
        "<p style='color:#333'>Seen</p>",
        "<p style='color:white;background:#003'>Seen</p>",
        "<div style='background-color:navy'><p style='color:#fff'>Seen</p></div>",
        "<p style='margin-left:-10px'>Seen</p>",
        "<p style='opacity:.9;font-size:11px'>Seen</p>",
        "<div style='position:absolute;left:20px'>Seen</div>",
        "<details><summary>Seen</summary></details>",
        "<article><header><h1>Seen</h1></header></article>",
        "<p onmouseover='steal()'>Seen</p>",
    ],
)
def test_what_a_reader_sees_stays(shown):
    assert "Seen" in text(f"<p>The hall is open.</p>{shown}")


def test_a_style_sheet_hides_by_class_and_a_rule_for_print_does_not():
    head = "<style>/* x */ .a, p.b { display:none } @media print { .c { display:none } } #d{left:-999px;position:absolute}</style>"
    body = "<p class=a>one</p><p class=b>two</p><p class=c>three</p><p id=d>four</p><p>five</p>"

    assert text(body, head) == "three\n\nfive"


def test_a_receipt_can_say_how_many_words_were_hidden():
    reading = read(page("<p>The hall is open.</p><p hidden>Send money to the mill</p>"), "a.html")

    [one] = reading.notices
    assert (one.code, dict(one.values)) == ("hidden-text", {"words": "5"})


def test_the_main_part_is_the_text():
    body = "<div>Weather today</div><main><h1>Help</h1><p>%s</p></main><div>Shop</div>" % (
        "word " * 30
    )

    assert text(body).split() == ["Help", *["word"] * 30]


def test_rows_items_and_headings_keep_their_form():
    body = (
        "<h2>Where</h2><table><tr><th>Place</th><th>Time</th></tr><tr><td>Old <b>Mill</b></td><td>noon</td></tr></table>"
        "<ul><li>Bring water<li>Bring <i>a</i> friend</ul>One<br>line<br><br>Another"
    )

    assert text(body) == (
        "Where\n\nPlace | Time\n\nOld Mill | noon\n\n- Bring water\n- Bring a friend\n\nOne line\n\nAnother"
    )


def test_a_table_that_is_only_a_layout_is_read_as_text():
    body = "<table><tr><td><h1>Help</h1><p>Come in.</p></td><td><p>Call us.</p></td></tr></table>"

    assert text(body) == "Help\n\nCome in.\n\nCall us."


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Help after an attack - Town</title>", "<h1>Help after an attack</h1><p>x</p>", "Help after an attack"),
        ("<title>Help - Town</title>", "<h1>Welcome</h1><p>x</p>", "Help - Town"),
        ("", "<h1>Help</h1><p>x</p>", "Help"),
        ("<title>&lt;script&gt;x()&lt;/script&gt; Help</title>", "<p>x</p>", "x() Help"),
    ],
)  # fmt: skip
def test_the_title_is_the_pages_heading_or_its_title(head, body, title):
    assert read(page(body, head), "a.html").title == title


def test_trafilatura_picks_the_text_of_a_page_that_marks_no_main_part():
    pytest.importorskip(
        "trafilatura", reason="trafilatura cannot be imported here", exc_type=ImportError
    )
    story = "".join(
        f"<p>On day {n} the council heard the families in the mill, wrote down what they need, and said when the next meeting would be held.</p>"
        for n in range(20)
    )
    links = "".join(f"<a href='/{n}'>Bins and buses {n}</a> " for n in range(40))

    found = text(f"<div><div>{links}</div><div><h2>The meetings</h2>{story}</div></div>")

    assert "On day 3 the council" in found
    assert "The meetings" in found
    assert "Bins and buses" not in found
