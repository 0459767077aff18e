"""Which names are those of organisations, and what sort of organisation a noun or a name means."""

from collections.abc import Sequence

from .folding import fold, word_set

_TYPES = {
    "newspaper": """times post news journal herald tribune gazette packet sentinel chronicle telegraph guardian star sun mirror mail express observer independent
        chronicle examiner globe inquirer bulletin courier standard argus echo record age yorker economist magazine weekly review daily
        newspaper newspapers press reuters bbc cnn itv nbc abc cbs fox msnbc bloomberg afp ap politico breitbart buzzfeed
        broadcasting channel radio network tv television media newswire caller beast intelligencer dispatch register republic sentinel""",
    "company": """inc ltd plc corp corporation company co llc group holdings airlines airways motors bank industries technologies systems
        partners capital stores supermarkets insurance energy pharmaceuticals foods electric steel oil gas petroleum records entertainment
        brewery breweries studios pictures railways rail trains buses ferries telecom software homes estates properties consulting developments solutions communications ventures trading enterprises resources minerals daughters sons associates works farms hotels resorts retail digital labs networks investments equity securities advisers management telecoms
        llp gmbh ag sa nv pty bhd brothers bros logistics mining combine commodities shipping foods brands pumps auctioneers infracon plant construction builders water power grain pharma biotech
        aerospace aviation chemicals cement seafoods dairies freight packaging plastics fisheries timber shipyard shipyards""",
    "university": "university college school academy institute polytechnic faculty campus conservatoire",
    "council": "council councils borough corporation authority municipality",
    "hospital": "hospital infirmary clinic hospitals nhs trust",
    "court": "court tribunal courts bench judiciary",
    "government": "government administration cabinet kremlin ministry department treasury office directorate secretariat regime",
    "parliament": "parliament senate congress assembly dail seanad knesset bundestag duma legislature lords commons house sabha",
    "police": "police constabulary sheriff gardai garda interpol europol fbi",
    "party": """party labour conservatives liberals democrats republicans greens tories socialists bjp anc snp gop
        plaid ukip fein alliance coalition momentum""",
    "team": """united city rovers wanderers albion athletic town rangers county fc afc rfc rugby cricket club wolves
        warriors bulls lions sharks raiders broncos eagles hawks cowboys giants yankees lakers team racing football""",
    "union": "union unions unison unite congress federation confederation guild",
    "committee": "committee commission board panel inquiry taskforce subcommittee caucus quango convention conference",
    "agency": """reuters afp ap pti tass xinhua agency bureau service services authority administration regulator watchdog ofcom ofsted ofgem commission interpol
        unicef unesco nasa nato who imf cdc epa""",
    "charity": "charity conservancy foundation trust fund charities relief aid oxfam shelter mission mind",
    "association": """association society institution federation league organisation organization coalition forum network alliance centre center
        project initiative campaign movement front brotherhood chamber consortium programme program collective watch
        fellowship international worldwide observatory laboratory laboratories museum gallery library theatre opera orchestra""",
    "force": "army navy airforce force forces guard corps marines pentagon taliban hamas hezbollah brigade regiment fire ambulance",
    "exchange": "exchange bourse",
    "church": "church diocese cathedral synod vatican archdiocese parish mosque synagogue",
}
TYPES: dict[str, frozenset[str]] = {kind: frozenset(words.split()) for kind, words in _TYPES.items()}
ORGANISATION_WORDS = frozenset(word for words in TYPES.values() for word in words)
FAMILY_TOO = word_set("""house church court banks bank post star sun city town school forest mission watch shelter guard college trust star
    fox king marsh county hall english mail abbey temple age mind rail record standard express reed fields homes page
    ap christian bishop dean gates partners rogers force brothers champion front steel power trains gas fund pictures
    """)
"""Words of organisations that are family names as well: with a given name before them they are."""

_NOUNS = {
    "newspaper": "newspaper paper daily weekly tabloid broadsheet magazine outlet site website network broadcaster channel station publication",
    "company": """company firm business manufacturer retailer group carmaker airline bank lender supermarket operator developer
        supplier giant maker employer broker insurer brewer miner housebuilder conglomerate bookmaker chain drugmaker shipbuilder contractor landlord corporation startup start-up publisher utility builder combine co-operative cooperative auctioneer foundry brewery housebuilder label consultancy brokerage""",
    "university": "university college school institute institution academy",
    "council": "council authority city borough municipality",
    "hospital": "hospital trust clinic",
    "court": "court tribunal",
    "government": "government administration ministry department agency regime country nation state cabinet office",
    "parliament": "parliament senate congress assembly chamber legislature house",
    "police": "police force department constabulary",
    "party": "party opposition coalition",
    "team": "team club side franchise",
    "union": "union federation guild alliance",
    "committee": "committee commission board panel inquiry body",
    "agency": "agency bureau service regulator watchdog body authority office utility",
    "charity": "charity foundation trust organisation organization nonprofit non-profit",
    "association": """association organisation organization group body society federation league institute centre center think-tank campaign coalition guild
        alliance museum gallery library theatre consortium initiative charity trust front""",
    "force": "army military force navy militia guard",
    "exchange": "exchange bourse",
    "church": "church diocese",
}
TYPE_NOUNS: dict[str, frozenset[str]] = {kind: frozenset(words.split()) for kind, words in _NOUNS.items()}
NOUNS = frozenset(word for words in TYPE_NOUNS.values() for word in words)
DOCUMENTS = word_set("""submission objection leaflet circular manifesto prospectus brochure report study survey poll statement letter review document memo email e-mail article editorial paper analysis research dossier
    complaint lawsuit indictment filing affidavit motion brief petition ruling judgment judgement opinion order
    ad advert advertisement post tweet message video release briefing audit assessment findings
    inquiry census bulletin newsletter note notice press-release dispatch story account headline
    spokesman spokeswoman spokesperson""")
"""What an organisation speaks through."""


def types_of(words: Sequence[str]) -> frozenset[str]:
    """What sorts of organisation a name (folded words) may be of."""
    return frozenset(kind for kind, members in TYPES.items() if any(word in members for word in words))


def noun_types(noun: str) -> frozenset[str]:
    """What sorts of organisation a common noun means."""
    return frozenset(kind for kind, members in TYPE_NOUNS.items() if noun in members)


def is_acronym(word: str) -> bool:
    """Capitals only, two to seven of them: "WHO", "U.N.", "DfE"."""
    letters = word.replace(".", "")
    return (
        2 <= len(letters) <= 7
        and letters.isalpha()
        and sum(letter.isupper() for letter in letters) >= max(2, len(letters) - 1)
    )


def initials(words: Sequence[str]) -> str:
    """The acronym that printed words would give, small words left out: "World Health Organisation" → "WHO"."""
    return "".join(word[0] for word in words if word[0].isupper())


def looks_like_one(words: Sequence[str], *, given_first: bool) -> bool:
    """Whether printed words read as an organisation's name; a given name first speaks against it."""
    folded = [fold(word) for word in words if word != "ap"]  # "Gwynfor ap Rhisiart" is no agency
    last = folded[-1]
    if any(word in ("of", "for", "and", "&", "the", "in", "on", "to") for word in folded[1:]):
        return any(word in ORGANISATION_WORDS for word in folded) or "&" in folded or not given_first
    if last in ORGANISATION_WORDS and not (given_first and len(words) <= 3 and last in FAMILY_TOO):
        return True
    if given_first and len(words) <= 3:
        return False
    return any(word in ORGANISATION_WORDS - FAMILY_TOO for word in folded)
