"""What stands beside a name and what of it is a role."""

import pytest

from articles.text.extraction import extract

ROLES = [
    ("Some members, including Councillor Ines Falla, left early. “It leaks,” Falla said.", ["Councillor"]),
    ("They praised former mayor Ines Falla. “It leaks,” Falla said.", ["former mayor"]),
    ("Hundreds of the party’s members have endorsed Mrs. Falla. “It leaks,” Mrs. Falla said.", []),
    ("The first promise Mrs. Falla made was broken. “It leaks,” Mrs. Falla said.", []),
    ("It is unclear whether he would counsel Ines Falla to stop. “It leaks,” Falla said.", []),
    ("Retired colonel Ines Falla came. “It leaks,” Falla said.", ["Retired colonel"]),
    ("Former first lady Ines Falla came. “It leaks,” Falla said.", ["Former first lady"]),
    ("Minister of Agriculture Ines Falla came. “It leaks,” Falla said.", ["Minister of Agriculture"]),
    ("“It leaks,” according to chief roofer and best-selling author Ines Falla.", ["best-selling author"]),
    ("They had wanted to see the mayor, Falla said later. “It leaks,” said Ines Falla.", []),
    ("As chair of the committee, Ines Falla has the last word. “It leaks,” she said.", ["chair of the committee"]),
    ("The voters drifted away from Ines Falla, a sign of the times. “It leaks,” Falla said.", []),
    ("Tom Bragg came with his wife, Ines Falla. “It leaks,” Mrs Falla said.", []),
    ("“It leaks,” said Ines Falla, host of the “Morning Show”.", ["host"]),
    ("“It leaks,” said Ines Falla, a bosun with a bad knee.", ["a bosun with a bad knee"]),
]


@pytest.mark.parametrize(("text", "expected"), ROLES)
def test_roles_are_what_somebody_is_said_to_be(text, expected):
    (falla,) = [source for source in extract(text).sources if "Falla" in source.name]
    assert [role.text for role in falla.roles] == expected
