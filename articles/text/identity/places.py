"""Countries and capitals, which stand for governments, and other places that are nobody's name."""

from .folding import fold, word_set

_COUNTRIES = """
afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain bangladesh barbados belarus belgium belize
benin bhutan bolivia bosnia botswana brazil brunei bulgaria burma burundi cambodia cameroon canada chad chile china colombia congo croatia cuba
cyprus czechia denmark djibouti dominica ecuador egypt england eritrea estonia ethiopia fiji finland france gabon gambia
germany ghana greece greenland grenada guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan
jordan kazakhstan kenya kiribati kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya liechtenstein lithuania luxembourg macedonia
madagascar malawi malaysia maldives mali malta mauritania mauritius mexico moldova monaco mongolia montenegro morocco mozambique myanmar
namibia nauru nepal netherlands nicaragua niger nigeria norway oman pakistan palau palestine panama paraguay peru philippines poland portugal qatar romania
russia rwanda samoa scotland senegal serbia seychelles singapore slovakia slovenia somalia spain sudan suriname sweden switzerland syria taiwan tajikistan
tanzania thailand togo tonga trinidad tunisia turkey turkmenistan tuvalu uganda ukraine uruguay uzbekistan vanuatu venezuela vietnam wales yemen
zambia zimbabwe britain uk u.k us u.s usa u.s.a eu e.u dprk uae
north_korea south_korea new_zealand saudi_arabia united_states united_kingdom united_nations european_union south_africa sri_lanka costa_rica el_salvador
ivory_coast sierra_leone burkina_faso czech_republic northern_ireland hong_kong north_macedonia papua_new_guinea solomon_islands united_arab_emirates
great_britain east_timor south_sudan dominican_republic puerto_rico soviet_union cape_verde equatorial_guinea marshall_islands
"""
_CAPITALS = """
washington london moscow beijing pyongyang tehran jerusalem paris berlin tokyo seoul brussels canberra ottawa wellington dublin delhi new_delhi islamabad
kabul baghdad damascus ankara cairo riyadh doha kyiv kiev warsaw budapest vienna madrid lisbon rome athens oslo stockholm copenhagen helsinki bern
prague bratislava bucharest sofia belgrade zagreb sarajevo minsk vilnius riga tallinn taipei hanoi bangkok jakarta manila kuala_lumpur dhaka
kathmandu colombo nairobi abuja accra pretoria harare khartoum tripoli tunis algiers rabat addis_ababa mexico_city brasilia buenos_aires santiago lima bogota caracas
havana edinburgh cardiff belfast amman beirut muscat abu_dhabi westminster stormont holyrood kremlin pentagon canberra downing_street white_house
number_10 no_10 whitehall capitol_hill
"""
_OTHER = """
alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky louisiana
maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada new_hampshire new_jersey new_mexico new_york north_carolina
north_dakota ohio oklahoma oregon pennsylvania rhode_island south_carolina south_dakota tennessee texas utah vermont virginia wisconsin wyoming
west_virginia ontario quebec manitoba saskatchewan alberta nova_scotia british_columbia newfoundland victoria queensland tasmania new_south_wales
northern_territory gauteng kwazulu-natal limpopo western_cape eastern_cape maharashtra gujarat punjab kerala karnataka tamil_nadu bihar
uttar_pradesh west_bengal rajasthan andhra_pradesh telangana assam odisha haryana goa
africa asia europe america latin_america north_america south_america middle_east central_america
manchester birmingham leeds liverpool glasgow bristol sheffield newcastle nottingham leicester sydney melbourne brisbane perth adelaide auckland
christchurch dunedin hamilton toronto vancouver montreal calgary winnipeg mumbai kolkata chennai bengaluru bangalore hyderabad pune johannesburg
cape_town durban chicago boston philadelphia los_angeles san_francisco san_diego seattle miami atlanta denver dallas houston detroit baltimore cleveland
las_vegas new_orleans st_louis st._louis san_antonio salt_lake_city kansas_city brooklyn manhattan hollywood
yorkshire lancashire cornwall devon kent essex surrey sussex hampshire dorset somerset wiltshire norfolk suffolk cambridgeshire oxfordshire
munich frankfurt hamburg milan geneva zurich shanghai shenzhen guangzhou istanbul dubai lagos gaza crimea
"""
COUNTRIES = frozenset(place.replace("_", " ") for place in _COUNTRIES.split())
CAPITALS = frozenset(place.replace("_", " ") for place in _CAPITALS.split())
PLACES = COUNTRIES | CAPITALS | frozenset(place.replace("_", " ") for place in _OTHER.split())

_PEOPLES = """
american british english scottish welsh irish french german italian spanish portuguese dutch belgian swiss austrian polish czech slovak hungarian
romanian bulgarian greek turkish russian ukrainian belarusian lithuanian latvian estonian finnish swedish norwegian danish icelandic
canadian mexican cuban haitian jamaican brazilian argentine argentinian chilean colombian venezuelan peruvian bolivian australian chinese japanese
korean taiwanese vietnamese thai cambodian laotian burmese malaysian singaporean indonesian philippine filipino indian pakistani bangladeshi
nepalese nepali afghan iranian iraqi syrian lebanese israeli palestinian jordanian egyptian saudi yemeni kuwaiti qatari emirati omani
libyan tunisian algerian moroccan sudanese ethiopian somali kenyan ugandan tanzanian rwandan congolese nigerian ghanaian senegalese
african european asian western eastern northern southern catholic muslim jewish christian anglican protestant hindu sikh
kiwi maori aboriginal latino hispanic arab kurdish serbian croatian bosnian albanian georgian armenian kazakh
zimbabwean zambian namibian
"""
PEOPLES = frozenset(_PEOPLES.split())
"""Adjectives of nations and faiths, capitalised but part of no name."""
COMPATRIOTS = word_set("""swede dane spaniard frenchman frenchwoman irishman irishwoman scotsman scotswoman scot englishman englishwoman welshman
    welshwoman dutchman dutchwoman briton serb croat turk finn pole aussie kiwi londoner yorkshireman ulsterman zealander icelander
    slovene filipino filipina argentine texan californian korean african american australian canadian german italian belgian
    austrian hungarian romanian bulgarian russian ukrainian lithuanian latvian estonian norwegian mexican cuban jamaican brazilian
    argentinian chilean colombian venezuelan indian pakistani bangladeshi iranian israeli egyptian moroccan ethiopian kenyan ugandan
    nigerian ghanaian zimbabwean zambian namibian fijian samoan tongan malaysian singaporean indonesian""")
"""Nouns for one person of a country or place: "the Swede", "the South Korean"."""
PARTIES = word_set("republicans democrats conservatives liberals tories greens labour socialists nationalists")

PARTISANS = word_set("republican democrat conservative liberal tory green socialist nationalist libertarian unionist")
"""One of them."""


def is_people(word: str) -> bool:
    """ "Republicans", "Koreans": many people, nobody's name."""
    head = fold(word)
    return head in PARTIES or (head.endswith("s") and head[:-1] in PEOPLES)
