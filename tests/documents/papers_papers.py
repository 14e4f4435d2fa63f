"""Reports, plans and what goes with them, of the invented family: what templates are shown with."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, TypeVar

from cpdocs.model.conference import Action, Approval, Dissent
from cpdocs.model.plans import (
    Accepted,
    BirthArrangements,
    BirthSection,
    BirthTopic,
    CoreGroupMeeting,
    Every,
    Plan,
    PlanKind,
    PlannedOutcome,
    PlanningMeeting,
    PlanSection,
    PlanTopic,
    Refusal,
    Signature,
    Term,
    Unit,
)
from cpdocs.model.reports import (
    ChronologyEntry,
    Done,
    PlanAnswer,
    Report,
    ReportKind,
    ReportSection,
    ReportTopic,
    Seen,
    Validation,
    Visit,
)
from cpdocs.model.sharing import Passage, Sharing
from cpdocs.values import Sensitivity, StatementKind
from tests.documents.views import TRANSLATED, passage

Words = TypeVar("Words", bound=Passage)

FACT = StatementKind.FACT
SEEN = StatementKind.OBSERVATION
HEARSAY = StatementKind.HEARSAY
ALLEGED = StatementKind.ALLEGATION
OPINION = StatementKind.OPINION


def told(record: type[Words], text: str, **more: Any) -> Words:
    """Words of one record type, with the invented language's translation beside them."""
    return record(text=text, translations={"xr": TRANSLATED}, **more)


def on(topic: ReportTopic, *passages: Passage) -> ReportSection:
    """A section of a report."""
    return ReportSection(topic=topic, passages=passages)


def plan_on(topic: PlanTopic, *texts: str) -> PlanSection:
    """A section of a plan."""
    return PlanSection(topic=topic, passages=tuple(passage(text) for text in texts))


def birth_on(topic: BirthTopic, *texts: str) -> BirthSection:
    """A section of birth arrangements."""
    return BirthSection(topic=topic, passages=tuple(passage(text) for text in texts))


def for_child(topic: PlanTopic, text: str, plain: str) -> PlanSection:
    """A section of the child's own plan, with the child's wording."""
    return PlanSection(topic=topic, passages=(passage(text, plain=plain),))


T = ReportTopic

SOCIAL_WORK_REPORT = Report(
    id="sw-amina",
    conference="initial-1",
    kind=ReportKind.SOCIAL_WORK,
    child="amina",
    by="sw",
    dated=date(2026, 11, 18),
    validated=Validation(by="tm", dated=date(2026, 11, 18)),
    shared_with_family=date(2026, 11, 19),
    sections=(
        on(
            T.BASIS,
            passage(
                "I read the records since 2018, visited three times, and spoke with Mina, her "
                "mother, her grandmother, the head teacher and the health visitor.",
                kind=FACT,
            ),
        ),
        on(
            T.SUMMARY,
            passage(
                "Mina is a warm, careful child of eight. Since the summer she has often been alone "
                "at home in the evening, and she has come to school hungry and cold.",
                kind=OPINION,
            ),
            passage(
                "Her mother is tired, in pain and frightened of what the pregnancy will bring. She "
                "wants help, and has used it well before.",
                kind=OPINION,
            ),
        ),
        on(
            T.HISTORY,
            passage(
                "The family was helped by the children’s centre in 2021 after Ms Yusuf asked. The "
                "help ended when she no longer needed it.",
                kind=FACT,
            ),
        ),
        on(
            T.DEVELOPMENT,
            passage(
                "Mina reads well above her age. She is small, and has not grown since March.",
                kind=FACT,
            ),
        ),
        on(
            T.HEALTH,
            passage("Two appointments at the eye clinic were missed in the autumn.", kind=FACT),
        ),
        on(
            T.EDUCATION,
            passage("Her attendance fell from 97% to 81% between July and November.", kind=FACT),
        ),
        on(
            T.LIVED_EXPERIENCE,
            passage(
                "When I came at 6pm Mina opened the door by herself. She had made toast, and had a "
                "coat on indoors.",
                kind=SEEN,
            ),
            passage(
                "Mina says that she listens for the lift, and puts the chain on when it stops.\n\n"
                "She says that she is brave & does not cry.",
                kind=HEARSAY,
            ),
        ),
        on(
            T.CAPACITY,
            passage(
                "Ms Yusuf comforts Mina quickly and kindly, and knows what she likes.", kind=SEEN
            ),
            passage("Mrs Bibi comes on Saturdays and would do more.", kind=FACT),
        ),
        on(
            T.CHECKS,
            passage("The police checks that are needed have been made.", kind=FACT),
        ),
        on(
            T.CHILD_VIEWS,
            passage(
                "Mina wants her mother to be well, the heating on, and somebody to be home when it "
                "is dark. She would like to go to the evening club.",
                kind=SEEN,
            ),
        ),
        on(
            T.PARENT_VIEWS,
            passage(
                "Ms Yusuf agrees that Mina was alone. She says that she had no one to ask, and "
                "that a plan would shame her before the family.",
                kind=SEEN,
            ),
        ),
        on(
            T.FAMILY_VIEWS,
            passage("Mrs Bibi says that she was never asked, and is hurt by it.", kind=SEEN),
        ),
        on(
            T.IMPLICATIONS,
            passage(
                "Without help the evenings will get longer as the birth comes nearer. Mina would "
                "then carry more than a child can.",
                kind=OPINION,
            ),
        ),
        on(
            T.THRESHOLD,
            passage(
                "In my opinion Mina has been harmed by neglect and is likely to be harmed again. "
                "She needs a plan.",
                kind=OPINION,
            ),
        ),
        on(
            T.PROPOSED_PLAN,
            passage(
                "An adult at home every evening from now on; the clinic by the end of the year; "
                "help before the birth; the heating mended this week.",
                kind=OPINION,
            ),
        ),
        on(
            T.DISPUTED,
            passage(
                "Ms Yusuf does not agree that Mina was hungry. She says that Mina eats little in "
                "the morning.",
                kind=SEEN,
            ),
        ),
    ),
)

CHRONOLOGY = (
    told(
        ChronologyEntry,
        "Mina was found alone at home by the caretaker.",
        conference="initial-1",
        dated=date(2026, 10, 14),
        by="sw",
        kind=FACT,
        about=("amina",),
        outcome="A first visit was made the same evening.",
    ),
    told(
        ChronologyEntry,
        "Mina came to school without a coat and asked for food.",
        conference="initial-1",
        dated=date(2026, 9, 8),
        until=date(2026, 10, 2),
        by="ht",
        kind=SEEN,
        about=("amina",),
        outcome="The school gave her breakfast and rang her mother.",
        conflicts="Her mother says that she had eaten and had left her coat on the bus.",
    ),
    told(
        ChronologyEntry,
        "Ms Yusuf booked with the midwife late in the pregnancy.",
        conference="initial-1",
        dated=date(2026, 9, 21),
        by="hv",
        kind=FACT,
        about=("baby",),
    ),
    told(
        ChronologyEntry,
        "A neighbour said that there was shouting at night.",
        conference="initial-1",
        dated=date(2026, 10, 20),
        kind=ALLEGED,
        about=("amina",),
        outcome="The police called and found nobody at home.",
    ),
)

VISITS = (
    Visit(
        id="v2",
        conference="initial-1",
        child="amina",
        made=datetime(2026, 11, 3, 16, 0),
        by="sw",
        seen=Seen.NOT_SEEN,
        because="Nobody came to the door.",
    ),
    Visit(
        id="v1",
        conference="initial-1",
        child="amina",
        made=datetime(2026, 10, 14, 18, 0),
        by="sw",
        seen=Seen.SEEN,
        present=("nadia",),
        bedroom_seen=True,
    ),
    Visit(
        id="v3",
        conference="initial-1",
        child="amina",
        made=datetime(2026, 11, 6, 15, 30),
        by="sw",
        seen=Seen.ALONE,
    ),
)

REVIEW_REPORT = Report(
    id="review-amina",
    conference="initial-1",
    kind=ReportKind.REVIEW,
    child="amina",
    by="sw",
    dated=date(2026, 11, 13),
    sections=(
        on(
            T.PROGRESS,
            passage("Mina has an adult at home on most evenings, and sleeps better.", kind=SEEN),
        ),
        on(
            T.UNDERSTANDING,
            passage("Mina can say who is at home on which day, and whom she rings.", kind=SEEN),
        ),
        on(T.CHILD_VIEWS, passage("She wants the plan to stay until the baby is here.", kind=SEEN)),
        on(
            T.WORK_TOGETHER,
            passage("All but one of the actions were carried out in their time.", kind=FACT),
        ),
        on(
            T.REVISIONS,
            passage("Add one evening at the club. Keep the other actions.", kind=OPINION),
        ),
    ),
    answers=(
        told(
            PlanAnswer,
            "Mrs Bibi is there on Monday and Thursday. Mina no longer puts the chain on.",
            kind=SEEN,
            point="An adult is at home every evening by 5pm.",
            done=Done.PARTLY,
        ),
        told(
            PlanAnswer,
            "Mina has her glasses and wears them in class.",
            kind=FACT,
            point="Mina is seen at the eye clinic.",
            done=Done.DONE,
        ),
        told(
            PlanAnswer,
            "The landlord has not come. Mina still wears her coat indoors.",
            kind=FACT,
            point="The heating is mended.",
            done=Done.NOT_DONE,
        ),
    ),
)

AGENCY_REPORT = Report(
    id="school-amina",
    conference="initial-1",
    kind=ReportKind.AGENCY,
    child="amina",
    by="ht",
    dated=date(2026, 11, 17),
    sections=(
        on(
            T.INVOLVEMENT,
            passage("Mina has been at this school since she was five.", kind=FACT),
        ),
        on(
            T.EDUCATION,
            passage("She is ahead in reading and has stopped putting her hand up.", kind=SEEN),
        ),
        on(
            T.CAPACITY,
            passage("Her mother came to every parents’ evening until this term.", kind=FACT),
        ),
        on(
            T.CHILD_VIEWS,
            passage("Mina likes the library best, because it is warm.", kind=HEARSAY),
        ),
        on(
            T.IMPLICATIONS,
            passage("She will fall behind if she goes on missing mornings.", kind=OPINION),
        ),
    ),
)

MEETINGS = (
    CoreGroupMeeting(
        id="cg-2",
        conference="initial-1",
        children=("amina",),
        starts=datetime(2026, 11, 10, 13, 30),
        present=("sw", "hv"),
        apologies=("ht",),
        moved_from=datetime(2026, 11, 9, 13, 30),
    ),
    CoreGroupMeeting(
        id="cg-1",
        conference="initial-1",
        children=("amina",),
        starts=datetime(2026, 10, 27, 13, 30),
        present=("sw", "hv", "ht", "nadia"),
    ),
)

APART = Sharing(
    reason="An enquiry is going on, and the neighbour could come to harm.",
    asked_by="hv",
    agreed_by_chair=date(2026, 11, 20),
)

GUARDED_REPORT = SOCIAL_WORK_REPORT.model_copy(
    update={
        "sections": (
            *SOCIAL_WORK_REPORT.sections,
            on(
                T.CHECKS,
                passage(
                    "A caution for common assault, given in 2019.",
                    kind=FACT,
                    about=("nadia",),
                    sensitivity=Sensitivity.CRIMINAL,
                ),
                passage(
                    "The neighbour has written down what she heard, with dates.",
                    kind=ALLEGED,
                    sensitivity=Sensitivity.THIRD_PARTY,
                    sharing=APART,
                ),
            ),
        )
    }
)

GUARDED_ENTRY = told(
    ChronologyEntry,
    "An officer took a statement from the neighbour.",
    conference="initial-1",
    dated=date(2026, 10, 22),
    by="sw",
    kind=FACT,
    sensitivity=Sensitivity.POLICE,
    sharing=APART,
)

APPROVED = Approval(by="chair", dated=date(2026, 11, 24))

OUTCOMES = (
    told(
        PlannedOutcome,
        "Mina is not alone at home in the evening, and feels safe there.",
        term=Term.SHORT,
        measure="On four visits out of four an adult is there at 5pm, and Mina says so too.",
        actions=(
            Action(
                what="Be at home, or have Mrs Bibi there, every evening from 5pm.",
                children=("amina",),
                owners=("nadia", "rukhsana"),
                by_when="every evening",
                measure="Mina is never alone after dark.",
                checker="sw",
                non_negotiable=True,
                immediate=True,
            ),
            Action(
                what="Have the heating mended.",
                children=("amina",),
                owners=("sw",),
                immediate=True,
                measure="The radiators are warm.",
            ),
        ),
    ),
    told(
        PlannedOutcome,
        "Mina grows, sees well, and is in school.",
        term=Term.LONG,
        measure="Attendance is 95% from January to March.",
        actions=(
            Action(
                what="Take Mina to the eye clinic.",
                children=("amina",),
                owners=("nadia", "hv"),
                due=date(2026, 12, 18),
                measure="She has her glasses.",
                checker="hv",
            ),
        ),
    ),
)

P = PlanTopic

OUTLINE = Plan(
    id="outline-amina",
    conference="initial-1",
    kind=PlanKind.OUTLINE,
    child="amina",
    dated=date(2026, 11, 23),
    approved=APPROVED,
    lead_worker="sw",
    lead_worker_qualified=True,
    sections=(
        plan_on(P.AIM, "Mina is safe, warm and looked after every evening."),
        plan_on(P.RISKS, "Mina has been alone at home after dark since the summer."),
        plan_on(P.NEEDS, "Mina needs an adult at home, regular meals, and her glasses."),
        plan_on(P.INVOLVEMENT, "Mina is told of the plan by Jo Hartley. Mrs Bibi joins in."),
        plan_on(P.CONSIDERATIONS, "No meetings on Fridays at noon. An Urdu interpreter comes."),
        plan_on(P.SUPPORT, "The children’s centre offers two mornings a week until the birth."),
        plan_on(P.MONITORING, "The core group looks at the visits and at school every month."),
        plan_on(
            P.CONTINGENCY,
            "If Mina is found alone again, Jo Hartley tells her manager the same day, Mina goes to "
            "Mrs Bibi’s, and legal advice is taken.",
        ),
        plan_on(P.CONSEQUENCES, "If nothing changes by the review, the council takes advice."),
        plan_on(P.REVIEW_TRIGGERS, "The baby comes early, or the family moves."),
    ),
    outcomes=OUTCOMES,
    assessments=(
        Action(
            what="Finish the core assessment.",
            children=("amina",),
            owners=("sw",),
            due=date(2026, 12, 30),
        ),
    ),
    visit_every=Every(count=1, unit=Unit.WEEKS),
    core_group_every=Every(count=4, unit=Unit.WEEKS),
    detailed_by=date(2026, 12, 7),
    review=datetime(2027, 2, 15, 12, 0),
)

DETAILED = OUTLINE.model_copy(
    update={
        "id": "detailed-amina",
        "kind": PlanKind.DETAILED,
        "dated": date(2026, 12, 1),
        "approved": Approval(by="sw", dated=date(2026, 12, 1)),
        "detailed_by": None,
        "sections": (
            *OUTLINE.sections,
            plan_on(P.STRENGTHS, "Ms Yusuf asks for help. Mina trusts her mother and her teacher."),
            plan_on(P.HISTORY, "Ms Yusuf cared for her own sisters as a child."),
            plan_on(P.OPTIONS, "Help from the family comes first: it can begin at once."),
            plan_on(P.FAMILY_GROUP, "One was offered. Ms Yusuf wants to wait until the birth."),
            plan_on(P.CONTACT, "Grace Okafor visits every month; Alan Pike sees Mina each day."),
            plan_on(P.SEEING_THE_CHILD, "Jo Hartley sees Mina alone at school every week."),
            plan_on(P.CHILD_WISHES, "Mina wants to go to the evening club."),
            plan_on(P.PARENT_VIEWS, "Ms Yusuf wants fewer people to come to the flat."),
        ),
        "refused": (
            told(
                Refusal,
                "Ms Yusuf would have liked visits at school alone.",
                why_not="The home has to be seen warm and safe.",
            ),
        ),
        "disagreements": (Dissent(by="ht", reason="The school asked for a later start."),),
        "signatures": (
            Signature(who="nadia", how=Accepted.SIGNED, dated=date(2026, 12, 1)),
            Signature(who="hv", how=Accepted.BY_EMAIL, dated=date(2026, 12, 3)),
            Signature(who="ht", how=Accepted.DECLINED, dated=date(2026, 12, 2)),
            Signature(who="sw"),
        ),
    }
)

CHILDS_OWN = Plan(
    id="own-amina",
    conference="initial-1",
    kind=PlanKind.CHILD,
    child="amina",
    dated=date(2026, 12, 1),
    approved=Approval(by="sw", dated=date(2026, 12, 2)),
    lead_worker="sw",
    sections=(
        for_child(
            P.WORRIES,
            "Mina has been alone at home in the evening.",
            "People worry that you are on your own when it is dark.",
        ),
        for_child(
            P.GOING_WELL,
            "Mina is loved, and does well at school.",
            "Your mum loves you. You read really well.",
        ),
        for_child(
            P.YOUR_SAY,
            "Mina wants the evening club.",
            "You told us that you want to go to the evening club. You can, on Tuesdays.",
        ),
        for_child(
            P.WHAT_HAPPENS,
            "An adult is at home every evening from 5pm.",
            "A grown-up will be at home when you get back. The heating will be mended.",
        ),
        for_child(
            P.WHO_HELPS,
            "Mrs Bibi, Grace Okafor and Alan Pike carry the plan.",
            "Your nani comes on Mondays and Thursdays. Grace helps Mum get ready for the baby.",
        ),
    ),
    visit_every=Every(count=1, unit=Unit.WEEKS),
    review=datetime(2027, 2, 15, 12, 0),
)

BRIDGING = Plan(
    id="bridging-amina",
    conference="initial-1",
    kind=PlanKind.BRIDGING,
    child="amina",
    dated=date(2026, 11, 23),
    approved=Approval(by="chair", dated=date(2026, 11, 23)),
    lead_worker="sw",
    sections=(
        plan_on(P.RISKS, "Mina has been alone at home after dark since the summer."),
        plan_on(P.CONTINGENCY, "If nobody can be there, Mina stays with Mrs Bibi."),
    ),
    outcomes=OUTCOMES[:1],
    visit_every=Every(count=2, unit=Unit.DAYS),
)

IN_NEED = Plan(
    id="in-need-baby",
    conference="initial-1",
    kind=PlanKind.CHILD_IN_NEED,
    child="baby",
    dated=date(2026, 11, 24),
    lead_worker="hv",
    sections=(
        plan_on(P.AIM, "The baby is born well, into a home that is ready."),
        plan_on(P.NEEDS, "A cot, a warm room, and a mother who is not alone with it all."),
        plan_on(P.MONITORING, "Exampleton Health and the children’s centre look at it together."),
    ),
    outcomes=(
        told(
            PlannedOutcome,
            "The home is ready before the birth.",
            measure="Grace Okafor has seen the cot and the heating by the end of January.",
            actions=(
                Action(
                    what="Help Ms Yusuf to get a cot.",
                    children=("baby",),
                    owners=("hv",),
                    due=date(2027, 1, 15),
                ),
            ),
        ),
    ),
    assessments=(
        Action(
            what="Find out what help is needed at night.",
            children=("baby",),
            owners=("hv",),
            due=date(2027, 1, 8),
        ),
    ),
    review=datetime(2027, 5, 10, 14, 0),
)

BIRTH = BirthArrangements(
    id="birth-baby",
    conference="initial-1",
    child="baby",
    begun=date(2026, 11, 16),
    agreed=Approval(by="chair", dated=date(2026, 11, 23)),
    sections=(
        birth_on(BirthTopic.BEFORE_BIRTH, "Grace Okafor visits every two weeks from January."),
        birth_on(BirthTopic.PLACE_OF_BIRTH, "Exampleton General, in the midwives’ unit."),
        birth_on(
            BirthTopic.LABOUR,
            "Ms Yusuf rings the labour ward. The midwife rings Jo Hartley, day or night.",
        ),
        birth_on(BirthTopic.WHO_MAY_BE_THERE, "Mrs Bibi, if Ms Yusuf still wants it."),
        birth_on(BirthTopic.ON_THE_WARD, "Mother and baby stay together, in a room of their own."),
        birth_on(BirthTopic.GOING_HOME, "Nobody goes home before Jo Hartley has been rung."),
        birth_on(BirthTopic.OUT_OF_HOURS, "The emergency team has a copy."),
    ),
    meetings=(
        PlanningMeeting(starts=datetime(2026, 12, 14, 10, 0), members=("sw", "hv", "nadia")),
        PlanningMeeting(starts=datetime(2027, 1, 18, 10, 0), members=("sw", "hv", "nadia")),
    ),
    forwards_to_gp="hv",
    forwarded_by=date(2026, 11, 25),
)
