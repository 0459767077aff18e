"""Organisations and documents as sources: whose words a spokesman's are, what "it" takes up, whose report it is."""

import pytest

from articles.text.document import SourceKind
from articles.text.extraction import extract
from tests.identity import speakers

BODIES = [
    (
        "The Millers’ and Bakers’ Union called it “an insult with a bow on it”. The Irish Ward Sisters’ Organisation said it was “every shift”.",
        ["Millers’ and Bakers’ Union", "Irish Ward Sisters’ Organisation"],
    ),
    (
        "The Free Elders’ Fellowship called her choice “a grief”. The Royal Commission on Bees found “the best evidence” of it.",
        ["Free Elders’ Fellowship", "Royal Commission on Bees"],
    ),
    (
        "The applicant, Fairhill Farms Ltd, said in its statement that the store was “of a local style”.",
        ["Fairhill Farms Ltd"],
    ),
    ("Iceland’s fisheries ministry said it was “not to be explained”.", ["Iceland’s fisheries ministry"]),
    (
        "North River Power Corporation runs the dam. A spokesman for the corporation called this “baseless”.",
        ["North River Power Corporation"],
    ),
    (
        "North River Power Corporation runs the dam. A company spokeswoman said directors “receive all of the papers they need”.",
        ["North River Power Corporation"],
    ),
    (
        "Ann Lee, a farmer, said that Bob Ray, a baker, was late on Monday. At noon he sent a text.\n\n“Do not wait, they want the wheel doing,” it read.",
        ["Bob Ray"],
    ),
    (
        "Bob Ray issued a statement just before midnight. He had, he wrote, now read the whole page. “The words are no help,” it said.",
        ["Bob Ray"],
    ),
    (
        "The roof was left open all night. A spokesman for Harbury & Lisk said the firm was “looking into it”.",
        ["Harbury & Lisk"],
    ),
    (
        "“No rules were broken,” a spokeswoman for the Harbour Office of Dunmere said. The crates had been moved, she added, “by hand”.",
        ["Harbour Office of Dunmere", "Harbour Office of Dunmere"],
    ),
    (
        "The Dunmere Fishing Union met on Monday. A union spokesman for Bill Oakes said the vote was “a sham”.",
        ["A union spokesman for Bill Oakes"],
    ),
    (
        "The shop belonged to the Great Northern Combine until 1931. The combine would not mend the windows, it said, since “light is a luxury”.",
        ["Great Northern Combine"],
    ),
    (
        "The heritage body Tirlan Glas came in May. Its first report, seen by the Mail, calls the barn “a perfect wreck”.",
        ["Tirlan Glas"],
    ),
    (
        "Stay away from the quay, Port Lyme Fire and Rescue posted: “The crane is leaning.” Lyme Police and Rexby Rovers said it was “safe”.",
        ["Port Lyme Fire and Rescue", "Lyme Police"],
    ),
    (
        "The petition came from the Coalition to Save Our Ferries. The Coalition to Save Our Ferries called it “robbery”.",
        ["Coalition to Save Our Ferries"],
    ),
    ("A source close to the Rexby board insisted there was “no quarrel”.", ["A source close to the Rexby board"]),
    ("An official who came to explain the plan said it was “a sketch”.", ["An official who came to explain the plan"]),
    (
        "The members have met twice. Its joint leaders, Vera Stokes and Hal Minter, wrote that the offer was “an insult”.",
        ["Vera Stokes"],
    ),
    ("Counsel assisting, Greta Holm SC, said it was “one bad apple”.", ["Greta Holm"]),
    ("A group called Tirlan Ahead has 300 members. It said the bridge was “gone”.", ["Tirlan Ahead"]),
    (
        "The borough council would not talk about the tree. “We trust our surveyor,” a spokesperson said.",
        ["The borough council"],
    ),
    (
        "Milford Rowing Club has lost its hut. A post on the club’s page said: “No hut, no club.”",
        ["Milford Rowing Club"],
    ),
    (
        "A note of 1967 in the hand of the bursar, Alwyn Pratt, records a visit. Under “Cost” the note says: “Two buns.”",
        ["Alwyn Pratt"],
    ),
    (
        "“It has to stop,” Ruth Amadi wrote in an email. The message, sent to all staff, called the delay “shameful”.",
        ["Ruth Amadi", "Ruth Amadi"],
    ),
    (
        "In her order Justice Nairn drew on the Appeal Court’s ruling of 1991 on open drains, which held that “water finds its own way”.",
        ["Appeal Court"],
    ),
    (
        "In Sandbury, police looked on. The Odell Foundation said the march was “peaceful”. “We will walk again,” the group said.",
        ["Odell Foundation", "Odell Foundation"],
    ),
    (
        "The Kent Board of Elections said Lowe was “eligible”. A Devon ballot commission was asked as well. That, the commission said, was “for the courts”.",
        ["Kent Board of Elections", "Devon ballot commission"],
    ),
    (
        "Ruritania’s foreign ministry was angry. “It is our reef,” the ministry said.",
        ["Ruritania’s foreign ministry"],
    ),
    (
        "Ships lay off the Saltfleet Lock. United Rivetmen met on Sunday. The union said it was “ready”.",
        ["United Rivetmen"],
    ),
    (
        "“I came at once,” Dr Anil Sen told Maeve Crosbie SC, for the family. “You came at two,” said counsel.",
        ["Anil Sen", "Maeve Crosbie"],
    ),
    (
        "Sergeant Tom Bragg drove the boy home. In a letter read by his niece, Ida Bragg-Lowe, the sergeant said he had “seen enough”.",
        ["Tom Bragg"],
    ),
    (
        "Wes Arden, who was sent from Leith as a child, and who told the judge that it was “a cold house”, wept.",
        ["Wes Arden"],
    ),
    ("Milly Hart, nine, sells ice on the step. Her sign says: “Clean ice, one pound.”", ["Milly Hart"]),
    (
        "More tankers are due, but the water utility says levels could stay “high into autumn”. Boil it, wrote Ingleby Plains Water in May.",
        ["Ingleby Plains Water"],
    ),
    (
        "The Marlowes danced, Deb Marlowe said. The union is less forgiving. In a letter it called them “wreckers”.",
        ["The union"],
    ),
    (
        "One angler who had been there all week was unmoved. “Fish cannot read.”",
        ["One angler who had been there all week"],
    ),
    (
        "The entry, in the hand of Sergeant Tom Bragg, records a call. “Look at the truck,” the caller said, according to the note.",
        ["the caller"],
    ),
    (
        "The message, released by Harbour Watch, was sent at 7.19pm by the chief of staff, Len Abel, to the port. No ship sailed.\n\n“I just rang you,” it reads.",
        ["Len Abel"],
    ),
    (
        "Tolland Harbour Board waited. A report by the board’s finance committee came. The committee blamed “steel and time”.",
        ["the board’s finance committee"],
    ),
    (
        "Tolland Ropes plc was unmoved. The board of Tolland Ropes plc replied that it had “a past”.",
        ["Tolland Ropes plc"],
    ),
    (
        "A study came out with its authors’ blessing; its authors say it is “thin”. The authors write that it is “a start”.",
        ["The authors", "The authors"],
    ),
    (
        "The inquiry reported on Friday. The report is kind to the engineer. It says that she was “the only one who counted”.",
        ["The inquiry"],
    ),
]

ROLES = [
    (
        "The Rovers coach, Lou Amato, wept. Piet Haas said it was “a joke”. “We lost to a sock,” the Albion coach added.",
        ["Piet Haas", "Piet Haas"],
    ),
    (
        "Dr Anil Sen read out his notes. Maeve Crosbie SC, for the family, asked if he had looked. “I did,” the witness replied.",
        ["Anil Sen"],
    ),
    (
        "The letter, sent on 3 March by the Port Lyme Board to the minister, warns that the gates “cannot be relied upon”.",
        ["Port Lyme Board"],
    ),
    (
        "The Bishop of Lyme has shut every church. “I never thought it,” said the Right Reverend Alban Okoro. The bishop said he would be “at home”.",
        ["Alban Okoro", "Alban Okoro"],
    ),
    (
        "Twice the chair, the Hon Petra Nolan AM, stopped the hearing. For the order, Neil Braid SC said it was sorry. “For what?” the chair asked.",
        ["Petra Nolan"],
    ),
    (
        "He had written to the party’s regional secretary. Odile Marr, the chief coroner, listened. “Count again,” the secretary said.",
        ["the secretary"],
    ),
    (
        "Prof Ines Roth, called by the coroner, gave evidence. It was, the professor said, “an hour away”.",
        ["Ines Roth"],
    ),
    (
        "Ida Moss, now a psychologist (one can see why), told me that she had asked for “no more words”.",
        ["Ida Moss"],
    ),
    (
        "Sergeant Tom Bragg drove the boy home. Asked for his view, the inspector was brief. “Think of the pension,” the inspector said.",
        ["the inspector"],
    ),
    (
        "Adv. Zeba Anwar Rahi submitted that her client sat under the tree. “She told them to cut her first,” counsel said.",
        ["Zeba Anwar Rahi"],
    ),
    (
        "It was for a lodge, the Northern Smiths’ Guild. Salome Tavita found the bill. “We do not press,” the guild’s secretary wrote.",
        ["the guild’s secretary"],
    ),
    (
        "Senator Ned Crull laughed. “Go home,” he said. Then the heckler yelled: “You first!”",
        ["Ned Crull", "the heckler"],
    ),
    (
        "Mona Tafua did not miss the fourth. “I heard Mum,” said the 19-year-old goal shoot.",
        ["Mona Tafua"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROLES)
def test_roles_belong_to_those_of_whom_they_are_told(text, expected):
    assert speakers(text) == expected


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_bodies_speak_by_their_names(text, expected):
    assert speakers(text) == expected


def test_a_spokesman_is_no_source_beside_the_organisation():
    found = extract("A spokesperson for Bexmoor Water said: “We are sorry.” Bexmoor Water said it was “fixed”.")
    assert [(source.name, source.kind) for source in found.sources] == [("Bexmoor Water", SourceKind.ORGANISATION)]


@pytest.mark.parametrize(
    "unit", ["Its report said “we are very tired now”. ", "It reads “we are tired now”. Its email says so. "]
)
def test_a_long_chain_of_its_ends(unit):
    assert len(extract(unit * 1500).quotes) >= 1500
