"""Members without a name, ministers without one, spokesmen who are "they", and who is named beside a trade."""

import pytest

from .identity import speakers

WHO = [
    ("One Labour MP said: “He has to go.” “My staff are crying,” he said.", ["One Labour MP", "One Labour MP"]),
    ("“He has to go,” said a senior Tory MP.", ["a senior Tory MP"]),
    (
        "Craig Dunn, the harbours minister, rose. The Prime Minister smiled. “I trust him,” the Prime Minister said.",
        ["The Prime Minister"],
    ),
    (
        "Tadhg Breslin, chief executive of the council, spoke. In the Dáil, the Minister for Health said it was “urgent”.",
        ["the Minister for Health"],
    ),
    ("“Go aboard,” says her great-nephew, Kenji Falla.", ["Kenji Falla"]),
    ("“It is not right,” the head of the local rescue office, Baharuddin Mappa, told reporters.", ["Baharuddin Mappa"]),
    (
        "When counsel for the corporation, Niteen Vosk, rose, all fell silent. Vosk said it was “deeply pained”.",
        ["Niteen Vosk"],
    ),
    (
        "A spokesperson for Bexmoor Safety said the firm's thoughts were with them. “We note it,” they added.",
        ["Bexmoor Safety"],
    ),
    (
        "“Nobody thinks so,” said one fund manager with a stake of about 3 per cent.",
        ["one fund manager with a stake of about 3 per cent"],
    ),
    (
        "The chairman, Amos Falla, is 80. Patrick Falla, his son, left. “I am tired,” Patrick said.\n\n"
        "The chairman, meeting reporters in the lobby, was in combative mood.\n\n“Family is family,” he said.",
        ["Patrick Falla", "Amos Falla"],
    ),
    (
        "Bexmoor Power said it heard of it in March. In a statement, the company said its crews “will never ask”.",
        ["Bexmoor Power"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), WHO)
def test_offices_and_bodies_are_told_from_whoever_stands_near(text, expected):
    assert speakers(text) == expected
