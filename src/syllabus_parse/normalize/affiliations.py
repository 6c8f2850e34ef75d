"""Does a piece of an author list name an institution, or a place that stands behind one?

Institutions are told by the words that they are built with ("University", "Lab", "Inc.") and, where they have
none, by a table of the names that author lists bring ("Google", "MIT"). The names are common knowledge.
"""

from __future__ import annotations

from typing import Final

from syllabus_parse.memo import remember
from syllabus_parse.normalize.name_words import SURNAMES
from syllabus_parse.regex import lazy_regex

AFFILIATION_LIMIT: Final = 400
"""No affiliation is longer; of longer text only the blanks are folded."""

# A word of these proves an institution, wherever it stands in the piece.
_INSTITUTION_WORDS: Final = """
    University Universities Univ Université Universite Universität Universitat Universitaet Universidad Universidade
    Università Universita Universiteit Universitet Universitetet Universitas Universitatea Uniwersytet Univerzita
    Univerzitet Üniversitesi Yliopisto Universit Univeristy Univesity Unversity Universtiy Polytechnic Polytechnique
    Politecnico Politechnika Politehnica Politécnica Politécnico Polytech Hochschule Fachhochschule Technische TU
    Institute Institutes Institut Instituto Istituto Inst Instit College Colleges School Academy Académie Academia
    Faculty Fakultät Department Departments Departament Dept Division Centre Center Centers Centres Zentrum Centro
    Laboratory Laboratories Laboratoire Laboratorio Lab Labs Observatory Hospital Clinic Ministry Foundation Council
    Consortium Corporation Corp Corporate Inc Incorporated Ltd LTD Limited LLC L.L.C LLP GmbH AG S.A S.p.A B.V Pty
    Co Company Technologies Technology Holdings Holding Group Systems Solutions Semiconductor Semiconductors
    Electronics Networks Telecom Telecommunications Bank Securities Research Supercomputing Innovation Informatics
    Telematics Sciences Software Ventures Studios Airlines Healthcare Pharmaceuticals Technion ETH ETHZ EPFL EPF MIT
    CMU UC UCLA UCSB UCSD UCSF UCB UCI UCR UCSC UIUC UW UMass USC USTC HKUST SJTU ZJU NUS NTU KAIST UNIST POSTECH
    KAUST INRIA Inria CNRS CWI CERN NASA NIST IBM IBMs Google DeepMind Microsoft Facebook Amazon AWS Alibaba Tencent
    ByteDance Bytedance Baidu Huawei NVIDIA Nvidia nVidia Intel AMD Qualcomm Samsung VMware Petuum LinkedIn Netflix
    Uber Airbnb Twitter Salesforce OpenAI Anthropic HuggingFace Databricks Snowflake Cloudera Oracle Nokia Huawei
    Xilinx Cerebras Graphcore SambaNova Groq Facebook Yahoo Yahoo! eBay Adobe Kuaishou Meituan Alipay JD.com
    SenseTime Megvii iFLYTEK Xiaomi Naver NAVER Kakao NetApp Nutanix Broadcom Mellanox Fujitsu Toshiba Hynix
    Cloudflare FriendliAI Azure Telescent Raytheon MBZUAI Caltech Virginia-Tech Skoltech MILA Fraunhofer Max-Planck
    大学 学院 研究院 研究所 实验室 公司
    """
INSTITUTION_WORDS: Final = frozenset(_INSTITUTION_WORDS.split())

# Institutions that are given names as well.
_GIVEN_TOO: Final = frozenset(("Huawei", "Intel", "Samsung", "Google"))

# Whole pieces that are institutions, though their words alone are common ones (or people's names).
_INSTITUTIONS: Final = """
    ARM|AT&T|Akamai|Ant Financial|Ant Group|Apple|Argonne|Arm|BSC|BU|Barefoot|Beihang|Bell Labs|Berkeley|Bloomberg
    Bosch|Brave Software|Brown|CSAIL|CUHK|Cambridge|Canonical|Character.AI|Cisco|Cloudflare|Cohere|Columbia|Cornell
    Cornell Tech|Dartmouth|DeepSeek|DeepSeek-AI|Dell|Didi|Docker|Dropbox|Duke|Edinburgh|Emory|Ericsson|Fastly|Figma
    Fudan|GT|Georgia Tech|GitHub|Google Brain|HKU|HKUST|HP|HPE|Harvard|Hitachi|Honda|Hugging Face|Imperial|JD|JHU
    Johns Hopkins|KTH|Kyoto|LBNL|LLNL|Lawrence Berkeley|Lawrence Livermore|Los Alamos|MathWorks|Mathworks|McGill
    Meta|Meta AI|Michigan|Michigan Tech|Micron|Mila|Mistral|Mistral AI|Moonshot|Mozilla|NEC|NTT|NYU|Nanjing
    Northeastern|Northwestern|Notre Dame|ORNL|Oak Ridge|Ohio State|Orange|Oxford|PARC|PKU|Palantir|Peking|Penn
    Penn State|Philips|Pinterest|Princeton|Purdue|Pure Storage|RWTH|RWTH Aachen|Red Hat|RedHat|Rice|Rochester
    Rutgers|SAP|Sandia|Scale AI|Seagate|Seoul National|Siemens|Slack|Sony|Spotify|Square|Stability AI|Stanford
    Stripe|THU|TSMC|TU Delft|TU Munich|TUM|Tesla|Texas Tech|Together AI|Tokyo|Toronto|Toyota|Tsinghua|Two Sigma|UBC
    UCF|UCL|UIC|UMD|UMich|UNC|UPC|UPenn|US Ignite|UT Austin|UTexas|UVA|UVa|Vanderbilt|Verizon|Virginia Tech|Warwick
    Waterloo|Waymo|Western Digital|Wisconsin|Xerox|Xerox PARC|Yale|Yonsei|Zhejiang|xAI
    """
_WHOLE: Final = frozenset(name.strip() for line in _INSTITUTIONS.splitlines() for name in line.split("|"))

# Campuses, cities, states and countries: what may follow an institution after a comma.
_PLACE_NAMES: Final = """
    Santa Barbara|Berkeley|San Diego|Los Angeles|Davis|Irvine|Merced|Riverside|Santa Cruz|San Francisco|Madison
    Milwaukee|Reno|Las Vegas|Ann Arbor|Dearborn|Amherst|Lowell|Boston|Austin|Dallas|Arlington|El Paso|San Antonio
    Houston|Urbana-Champaign|Urbana Champaign|Urbana|Champaign|Chicago|Springfield|Chapel Hill|Charlotte|Greensboro
    Twin Cities|Minneapolis|Duluth|College Park|Baltimore|Baltimore County|Boulder|Denver|Colorado Springs|Lincoln
    Omaha|Columbia|Rolla|St. Louis|Saint Louis|Knoxville|Chattanooga|Memphis|New Brunswick|Newark|Camden|Buffalo
    Stony Brook|Albany|Binghamton|Bloomington|West Lafayette|Indianapolis|College Station|Long Beach|Fullerton
    Pomona|San Jose|Sacramento|Fresno|Northridge|Hayward|Redmond|Seattle|Bellevue|Mountain View|Palo Alto|Menlo Park
    Sunnyvale|Cupertino|Santa Clara|Almaden|Yorktown Heights|New York|New York City|NYC|Pittsburgh|Philadelphia
    Cambridge|Oxford|London|Edinburgh|Manchester|Paris|Grenoble|Rennes|Lyon|Nice|Berlin|Munich|München|Dresden
    Saarbrücken|Saarbruecken|Kaiserslautern|Darmstadt|Karlsruhe|Stuttgart|Aachen|Hamburg|Bonn|Potsdam|Vienna|Zurich
    Zürich|Lausanne|Geneva|Basel|Bern|Milan|Milano|Rome|Pisa|Turin|Torino|Bologna|Trento|Madrid|Barcelona|Lisbon
    Porto|Amsterdam|Delft|Eindhoven|Utrecht|Leiden|Groningen|Leuven|Brussels|Ghent|Copenhagen|Aarhus|Stockholm
    Gothenburg|Uppsala|Lund|Oslo|Trondheim|Helsinki|Espoo|Tampere|Warsaw|Krakow|Prague|Budapest|Bucharest|Athens
    Moscow|St. Petersburg|Kyiv|Istanbul|Ankara|Tel Aviv|Haifa|Jerusalem|Beijing|Shanghai|Shenzhen|Guangzhou|Hangzhou
    Nanjing|Wuhan|Hefei|Chengdu|Xi'an|Xian|Harbin|Tianjin|Suzhou|Hong Kong|Macau|Taipei|Hsinchu|Tokyo|Kyoto|Osaka
    Seoul|Daejeon|Pohang|Ulsan|Singapore|Bangalore|Bengaluru|Mumbai|Bombay|Delhi|New Delhi|Chennai|Madras|Kanpur
    Kharagpur|Hyderabad|Pune|Sydney|Melbourne|Brisbane|Canberra|Adelaide|Perth|Auckland|Dunedin|Toronto|Montreal
    Montréal|Vancouver|Waterloo|Ottawa|Calgary|Edmonton|Quebec|São Paulo|Rio de Janeiro|Santiago|Buenos Aires|Doha
    Abu Dhabi|Dubai|Cairo|Cape Town|Nairobi|Lahore|Dhaka|Tehran|USA|U.S.A.|US|U.S.|UK|U.K.|UAE|United States
    United States of America|United Kingdom|England|Scotland|Wales|Ireland|Canada|Mexico|Brazil|Argentina|Chile
    Colombia|China|P.R. China|PR China|P. R. China|Taiwan|Japan|Korea|South Korea|Republic of Korea|India|Pakistan
    Bangladesh|Sri Lanka|Malaysia|Thailand|Vietnam|Indonesia|Australia|New Zealand|Germany|France|Italy|Spain
    Portugal|Netherlands|The Netherlands|Belgium|Luxembourg|Switzerland|Austria|Denmark|Sweden|Norway|Finland
    Iceland|Poland|Czech Republic|Czechia|Slovakia|Hungary|Romania|Bulgaria|Greece|Turkey|Cyprus|Israel|Egypt
    Saudi Arabia|Qatar|Iran|Iraq|Russia|Ukraine|Estonia|Latvia|Lithuania|Slovenia|Croatia|Serbia|South Africa|Kenya
    Nigeria|California|Massachusetts|Washington|Texas|Illinois|Michigan|Pennsylvania|Georgia|Maryland|Virginia
    New Jersey|North Carolina|Ohio|Wisconsin|Minnesota|Oregon|Utah|Arizona|Colorado|Florida|Tennessee|Indiana|CA|MA
    WA|NY|TX|IL|MI|PA|GA|MD|VA|NJ|NC|OH|WI|MN|OR|UT|AZ|CO|FL|TN|IN|DC|D.C.|Washington DC|Washington, DC|AL|AK|AR|CT
    DE|HI|ID|IA|KS|KY|LA|ME|MS|MO|MT|NE|NV|NH|NM|ND|OK|RI|SC|SD|VT|WV|WY|BC|ON|QC
    """
_PLACES: Final = frozenset(name.strip() for line in _PLACE_NAMES.splitlines() for name in line.split("|"))

# e.g. KAIST · BNRist · CNCERT/CC · INESC-ID · USCa · UNC: three capitals or more in one word
_ACRONYM: Final = lazy_regex(r"(?=[^A-Z]{0,3}[A-Z][^A-Z]?[A-Z][^A-Z]?[A-Z])[A-Z][A-Za-z/&.-]{2,14}")
# e.g. 58.com · Tensorflow.org · 360.cn
_DOMAIN: Final = lazy_regex(r"[\w-]{1,30}\.(?:com|org|net|edu|ai|io|cn|co|dev)")
# e.g. 中国科学技术大学 · 서울대학교 · 東京大学 · 华为技术有限公司
_CJK: Final = lazy_regex(r"大学|大學|学院|學院|研究院|研究所|研究室|实验室|實驗室|公司|集团|대학|연구소|연구원")
_EDGES: Final = ' \t\n\r\u00a0*†‡§¶∗,;.:"“”()'
# A full stop belongs to the last word where that is an abbreviation: Inc. · Ltd. · Ohio State U. · U.S.A.
_ABBREVIATED: Final = lazy_regex(
    r"(?:^|[\s,.(])(?:Inc|Ltd|LTD|Co|Corp|Univ|Inst|Lab|Dept|Tech|[A-Z]|St|Sci|Bros|Intl|plc)\.$"
)


@remember(8192)
def weigh_affiliation(text: str) -> int:
    """Tell how surely a piece names an institution: 2 by its words, 1 by its look (an acronym, a place), 0 not at all.

    A place or an acronym proves nothing alone: it may end the affiliation before it, or be a name in capitals.
    People whose name is an institution's ("Duke", "Brown") count as institutions only where they are the whole piece.

    >>> weigh_affiliation("Shanghai Jiao Tong University"), weigh_affiliation("Santa Barbara")
    (2, 1)
    >>> weigh_affiliation("Jared Duke")
    0
    """
    piece = text.strip(_EDGES)
    if not piece:
        return 0
    if piece in _WHOLE:
        return 2
    words = piece.replace("/", " ").replace("(", " ").replace(")", " ").replace(",", " ").split()
    for word in words:
        if word in INSTITUTION_WORDS or word.strip(".&:") in INSTITUTION_WORDS:
            # e.g. Huawei Li is a person: a company's name as given name before a family name
            return 0 if word in _GIVEN_TOO and len(words) == 2 and words[1] in SURNAMES else 2
    if piece in _PLACES:
        return 1
    if len(words) > 1 and (words[0] == "U." or words[-1] in ("U", "U.")):
        # e.g. U. Chicago · Ohio State U. — but "U. Ramakrishnan" is a person
        rest = " ".join(words[1:] if words[0] == "U." else words[:-1])
        return 2 if rest in _PLACES or rest in _WHOLE else 0
    if not piece.isascii() and _CJK.search(piece):
        return 2
    if len(words) == 1 and (_ACRONYM.fullmatch(piece) or _DOMAIN.fullmatch(piece)):
        return 1
    if piece.islower() and not _LOWER.isdisjoint(words):
        return 2
    return 0


_LOWER: Final = frozenset(word.lower() for word in ("University", "Institute", "College", "Laboratory", "Department"))


def is_affiliation(text: str) -> bool:
    """Tell whether the words prove an institution.

    The strict form of `weigh_affiliation`; a place alone ("Austin") is none.

    >>> is_affiliation("Petuum, Inc."), is_affiliation("Austin")
    (True, False)
    >>> is_affiliation("Aurick Qiao")
    False
    """
    return weigh_affiliation(text) == 2


def is_place(text: str) -> bool:
    """Tell whether a piece is a campus, city, state or country.

    Such a piece continues the affiliation before it: "University of California, Davis". A place inside a longer
    piece doesn't count.

    >>> is_place("Santa Barbara"), is_place("Barbara Liskov")
    (True, False)
    >>> is_place("USA")
    True
    """
    return text.strip(' \t\n\u00a0*;:"“”()') in _PLACES or text.strip(_EDGES) in _PLACES


@remember(8192)
def normalize_affiliation(text: str) -> str:
    """Return an affiliation's words with blanks folded and the marks around them gone.

    The full stop of an abbreviation stays; nothing is expanded or translated, because the words of the
    document are the value.

    >>> normalize_affiliation(" Tencent  Inc. ")
    'Tencent Inc.'
    >>> normalize_affiliation("Peking University*.")
    'Peking University'
    """
    out = " ".join(text.split())
    if len(out) > AFFILIATION_LIMIT:
        return out
    while True:
        before = out
        out = out.strip(' *†‡§¶∗,;:"“”')
        if out.endswith(".") and not _ABBREVIATED.search(out):
            out = out[:-1]
        # A bracket whose other half was cut off goes; "SUSTech)" keeps it where it opened inside.
        if out.endswith(")") and out.count("(") < out.count(")"):
            out = out[:-1]
        if out.startswith("(") and out.count("(") > out.count(")"):
            out = out[1:]
        if out == before:
            return out
