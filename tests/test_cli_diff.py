"""The command line's `diff` and `render --marked`: what they say, and to mistakes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cpdocs import cli

CASE = str(Path(__file__).parents[1] / "data" / "cases" / "london-review" / "case.yaml")
DIFF = ("diff", CASE, "minutes", "--about", "review-1")


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = cli.main(words)
    told = capsys.readouterr()
    return code, told.out, told.err


def test_it_tells_places_and_rules_and_no_words(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = said(capsys, *DIFF, "--readers", "mother-b,father-h")
    assert code == 0
    assert "Told to mother-b and not to father-h: " in out
    assert "Told to father-h and not to mother-b: " in out
    assert "Told to both, and not alike: " in out
    assert "conferences.review-1.minutes.contributions" in out
    assert "“" not in out


def test_words_come_only_when_they_are_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    plain = said(capsys, *DIFF, "--readers", "mother-b,father-h", "--json")[1]
    full = said(capsys, *DIFF, "--readers", "mother-b,father-h", "--json", "--text")[1]
    words = [each["first"]["words"] for each in json.loads(full)["differences"]]
    assert any(words)
    assert {each["first"]["words"] for each in json.loads(plain)["differences"]} == {None}
    assert "“" in said(capsys, *DIFF, "--readers", "mother-b,father-h", "--text")[1]


def test_each_difference_names_the_rule_that_withheld_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = said(capsys, *DIFF, "--readers", "mother-b,father-h", "--json")[1]
    told = json.loads(out)
    assert (told["first"]["standing"], told["second"]["standing"]) == ("sent", "sent")
    for each in told["differences"]:
        sides = {"first": [each["second"]], "second": [each["first"]], "both": []}
        for lacking in sides[each["told_to"]]:
            assert lacking["decision"]["gets"] in {"no", "a mark"}
            assert lacking["decision"]["rule"]
            assert lacking["decision"]["source"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("minutes", "--readers", "mother-b"), "Name two readers by their ids"),
        (("minutes", "--readers", "mother-b,father-h,gp-4"), "Name two readers by their ids"),
        (("minutes", "--readers", "mother-b,"), "Name two readers by their ids"),
        (("minutes", "--readers", "mother-b,mother-b"), "two different readers"),
        (("minutes", "--readers", "mother-b,nobody"), "Use one of: "),
        (("minuts", "--readers", "mother-b,father-h"), "The documents are: "),
        (("minutes", "--readers", "mother-b,father-h"), "Name one with --about: "),
        (
            ("minutes", "--about", "x", "--readers", "mother-b,father-h"),
            "There is no copy of minutes about",
        ),
        (
            ("interpreter-booking", "--about", "review-1", "--readers", "mother-b,father-h"),
            "Neither of them is sent interpreter-booking. It is sent to: interp-4",
        ),
    ],
)
def test_a_mistake_is_told_in_a_line_that_says_what_to_write(
    words: tuple[str, ...], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = said(capsys, "diff", CASE, *words)
    assert code == 2
    assert out == ""
    assert says in err


def test_readers_can_be_written_with_a_space(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, *DIFF, "--readers", "mother-b, father-h")[0] == 0


def test_a_reader_who_is_not_sent_it_gets_no_copy(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = said(capsys, *DIFF, "--readers", "mother-b,interp-4")
    assert code == 0
    assert "interp-4 gets no copy" in out


def test_a_marked_copy_is_refused_to_anybody_but_the_chair(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    words = ("render", CASE, "minutes", "--about", "review-1", "--marked", "--for")
    code, _, err = said(capsys, *words, "mother-b")
    assert code == 2
    assert "Only the chair" in err
    assert not list(tmp_path.iterdir())


def test_a_marked_copy_has_a_name_of_its_own(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    words = ("render", CASE, "minutes", "--about", "review-1", "--format", "html")
    assert said(capsys, *words, "--for", "chair-4", "--marked")[0] == 0
    assert said(capsys, *words, "--for", "chair-4")[0] == 0
    assert {path.name for path in tmp_path.iterdir()} == {
        "minutes-review-1-en-chair-standard.html",
        "minutes-review-1-en-standard.html",
    }
