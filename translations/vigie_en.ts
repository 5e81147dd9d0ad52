<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Alert</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <extracomment>the length of a history: &quot;over the last 4 days&quot;</extracomment>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) in %1; the threshold set is %2, usually %3</source>
        <extracomment>%n mentions in the window %1 (&quot;60 min&quot;); %2 is the number a person has set, %3 what is usual</extracomment>
        <translation>
            <numerusform>%n mention in %1; the threshold set is %2, usually %3</numerusform>
            <numerusform>%n mentions in %1; the threshold set is %2, usually %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) in %1; usually %2 at this hour of this weekday, recent peak %3; threshold %4</source>
        <extracomment>%n mentions in the window %1 (&quot;60 min&quot;); %2, %3 and %4 are numbers of mentions</extracomment>
        <translation>
            <numerusform>%n mention in %1; usually %2 at this hour of this weekday, recent peak %3; threshold %4</numerusform>
            <numerusform>%n mentions in %1; usually %2 at this hour of this weekday, recent peak %3; threshold %4</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) in %1; usually %2 at this hour over the last %5, recent peak %3; threshold %4</source>
        <extracomment>As before; %5 is a length of time (&quot;4 days&quot;)</extracomment>
        <translation>
            <numerusform>%n mention in %1; usually %2 at this hour over the last %5, recent peak %3; threshold %4</numerusform>
            <numerusform>%n mentions in %1; usually %2 at this hour over the last %5, recent peak %3; threshold %4</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) in %1; usually %2 over the last %5, recent peak %3; threshold %4</source>
        <extracomment>As before; %5 is a length of time (&quot;30 hours&quot;)</extracomment>
        <translation>
            <numerusform>%n mention in %1; usually %2 over the last %5, recent peak %3; threshold %4</numerusform>
            <numerusform>%n mentions in %1; usually %2 over the last %5, recent peak %3; threshold %4</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) in %1 without a sudden peak; usually %2 in these hours, at most %3 recently; threshold %4</source>
        <extracomment>%n mentions in the window %1 (&quot;6 h&quot;); %2, %3 and %4 are numbers of mentions</extracomment>
        <translation>
            <numerusform>%n mention in %1 without a sudden peak; usually %2 in these hours, at most %3 recently; threshold %4</numerusform>
            <numerusform>%n mentions in %1 without a sudden peak; usually %2 in these hours, at most %3 recently; threshold %4</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n negative mention(s) in %1; usually %2, recent peak %3; threshold %4</source>
        <extracomment>%n negative mentions in the window %1 (&quot;15 min&quot;); %2, %3 and %4 are numbers of negative mentions</extracomment>
        <translation>
            <numerusform>%n negative mention in %1; usually %2, recent peak %3; threshold %4</numerusform>
            <numerusform>%n negative mentions in %1; usually %2, recent peak %3; threshold %4</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DrillWords</name>
    <message numerus="yes">
        <source>%n target(s) met</source>
        <translation>
            <numerusform>%n target met</numerusform>
            <numerusform>%n targets met</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missed</source>
        <comment>targets of a drill</comment>
        <translation>
            <numerusform>%n missed</numerusform>
            <numerusform>%n missed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlaybookRows</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n role(s)</source>
        <translation>
            <numerusform>%n role</numerusform>
            <numerusform>%n roles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplyCheck</name>
    <message numerus="yes">
        <source>Too long for this network by %n character(s).</source>
        <extracomment>%n is how many characters must go, as that network counts them.</extracomment>
        <translation>
            <numerusform>Too long for this network by %n character.</numerusform>
            <numerusform>Too long for this network by %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too long for this network by %n byte(s).</source>
        <translation>
            <numerusform>Too long for this network by %n byte.</numerusform>
            <numerusform>Too long for this network by %n bytes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The same text went to %n other people within the hour.</source>
        <extracomment>%n is a number of people.</extracomment>
        <translation>
            <numerusform>The same text went to %n other person within the hour.</numerusform>
            <numerusform>The same text went to %n other people within the hour.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message numerus="yes">
        <source>%n more message(s) stand in the exported data.</source>
        <translation>
            <numerusform>%n more message stands in the exported data.</numerusform>
            <numerusform>%n more messages stand in the exported data.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message numerus="yes">
        <source>%Ln mention(s) were counted, %1 of them negative.</source>
        <translation>
            <numerusform>%Ln mention was counted, %1 of them negative.</numerusform>
            <numerusform>%Ln mentions were counted, %1 of them negative.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The busiest hour had %Ln mention(s); %1 are usual.</source>
        <translation>
            <numerusform>The busiest hour had %Ln mention; %1 are usual.</numerusform>
            <numerusform>The busiest hour had %Ln mentions; %1 are usual.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln different author(s) wrote about it.</source>
        <translation>
            <numerusform>%Ln author wrote about it.</numerusform>
            <numerusform>%Ln different authors wrote about it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s) were done late or not at all.</source>
        <translation>
            <numerusform>%Ln task was done late or not at all.</numerusform>
            <numerusform>%Ln tasks were done late or not at all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln promise(s) were not kept.</source>
        <translation>
            <numerusform>%Ln promise was not kept.</numerusform>
            <numerusform>%Ln promises were not kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln promise(s) are still open.</source>
        <translation>
            <numerusform>%Ln promise is still open.</numerusform>
            <numerusform>%Ln promises are still open.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %Ln reply(s) nobody has said whether they were published.</source>
        <translation>
            <numerusform>For %Ln reply nobody has said whether it was published.</numerusform>
            <numerusform>For %Ln replies nobody has said whether they were published.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sources could not be read %n time(s); what was said then may be missing.</source>
        <translation>
            <numerusform>Sources could not be read %n time; what was said then may be missing.</numerusform>
            <numerusform>Sources could not be read %n times; what was said then may be missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewRows</name>
    <message numerus="yes">
        <source>%n open action(s)</source>
        <translation>
            <numerusform>%n open action</numerusform>
            <numerusform>%n open actions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoomRows</name>
    <message numerus="yes">
        <source>%n mention(s) belong to this crisis. Mark on the Watch page those that everybody should have read.</source>
        <translation>
            <numerusform>%n mention belongs to this crisis. Mark on the Watch page those that everybody should have read.</numerusform>
            <numerusform>%n mentions belong to this crisis. Mark on the Watch page those that everybody should have read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>incident</name>
    <message numerus="yes">
        <source>Crisis closed with %n task(s) left open</source>
        <extracomment>Log of a crisis.</extracomment>
        <translation>
            <numerusform>Crisis closed with %n task left open</numerusform>
            <numerusform>Crisis closed with %n tasks left open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Crisis closed with %n task(s) left open: %1</source>
        <extracomment>Log of a crisis. %1 is what the person noted.</extracomment>
        <translation>
            <numerusform>Crisis closed with %n task left open: %1</numerusform>
            <numerusform>Crisis closed with %n tasks left open: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Crisis opened from an alert with %n mention(s), severity %1</source>
        <extracomment>Log of a crisis. %1 is a severity such as &quot;3 (Serious)&quot;; %n the number of posts attached.</extracomment>
        <translation>
            <numerusform>Crisis opened from an alert with %n mention, severity %1</numerusform>
            <numerusform>Crisis opened from an alert with %n mentions, severity %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::gui::AccountSection</name>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n account</numerusform>
            <numerusform>%n accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n must sign in again</source>
        <translation>
            <numerusform>%n must sign in again</numerusform>
            <numerusform>%n must sign in again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::gui::AlertCard</name>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <extracomment>%1 says what limits an alert (&quot;Only 30 hours of history …&quot;); %n more such sentences are behind &quot;Why?&quot;</extracomment>
        <translation>
            <numerusform>%1 (and %n more)</numerusform>
            <numerusform>%1 (and %n more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::gui::AlertDialog</name>
    <message numerus="yes">
        <source>said %n time(s)</source>
        <translation>
            <numerusform>said %n time</numerusform>
            <numerusform>said %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::gui::AlertStrip</name>
    <message numerus="yes">
        <source>%n more alert(s)</source>
        <translation>
            <numerusform>%n more alert</numerusform>
            <numerusform>%n more alerts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::gui::AlertTexts</name>
    <message numerus="yes">
        <source>%n post(s), none the day before</source>
        <extracomment>Of a term that rises: in how many posts it stands now</extracomment>
        <translation>
            <numerusform>%n post, none the day before</numerusform>
            <numerusform>%n posts, none the day before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s), the day before %1</source>
        <extracomment>Of a term that rises: in how many posts it stands now, and (%1) in how many the day before</extracomment>
        <translation>
            <numerusform>%n post, the day before %1</numerusform>
            <numerusform>%n posts, the day before %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::gui::CloseDialog</name>
    <message numerus="yes">
        <source>%n task(s) stay open; the log will say so:</source>
        <translation>
            <numerusform>%n task stays open; the log will say so:</numerusform>
            <numerusform>%n tasks stay open; the log will say so:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::gui::CrisisRoomPage</name>
    <message numerus="yes">
        <source>%n crisis(es) open</source>
        <translation>
            <numerusform>%n crisis open</numerusform>
            <numerusform>%n crises open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) overdue</source>
        <translation>
            <numerusform>%n task overdue</numerusform>
            <numerusform>%n tasks overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::gui::CrisisStrip</name>
    <message numerus="yes">
        <source>%n other crisis(es)</source>
        <comment>opens the list of crises</comment>
        <translation>
            <numerusform>%n other crisis</numerusform>
            <numerusform>%n other crises</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::gui::CurvePanel</name>
    <message numerus="yes">
        <source>Show %n hour(s)</source>
        <translation>
            <numerusform>Show %n hour</numerusform>
            <numerusform>Show %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n day(s)</source>
        <translation>
            <numerusform>Show %n day</numerusform>
            <numerusform>Show %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::gui::DrillsPage</name>
    <message numerus="yes">
        <source>%n exercise(s) played</source>
        <translation>
            <numerusform>%n exercise played</numerusform>
            <numerusform>%n exercises played</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::gui::ImportDialog</name>
    <message numerus="yes">
        <source>%1, %n column(s).</source>
        <comment>an encoding, a count</comment>
        <translation>
            <numerusform>%1, %n column.</numerusform>
            <numerusform>%1, %n columns.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new post(s)</source>
        <translation>
            <numerusform>%n new post</numerusform>
            <numerusform>%n new posts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known already</source>
        <translation>
            <numerusform>%n known already</numerusform>
            <numerusform>%n known already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed since</source>
        <translation>
            <numerusform>%n changed since</numerusform>
            <numerusform>%n changed since</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n alert</numerusform>
            <numerusform>%n alerts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were not taken</source>
        <translation>
            <numerusform>%n line was not taken</numerusform>
            <numerusform>%n lines were not taken</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::gui::LearningSection</name>
    <message numerus="yes">
        <source>%n post(s): wrong on %1 before, on %2 after</source>
        <extracomment>%n posts whose tone people corrected or confirmed; %1 and %2 are percentages.</extracomment>
        <translation>
            <numerusform>%n post: wrong on %1 before, on %2 after</numerusform>
            <numerusform>%n posts: wrong on %1 before, on %2 after</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n post(s)</source>
        <translation>
            <numerusform>in %n post</numerusform>
            <numerusform>in %n posts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::gui::MentionDetailView</name>
    <message numerus="yes">
        <source>%n repost(s)</source>
        <translation>
            <numerusform>%n repost</numerusform>
            <numerusform>%n reposts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n like(s)</source>
        <translation>
            <numerusform>%n like</numerusform>
            <numerusform>%n likes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) in all, %1 of them negative.</source>
        <extracomment>What is known of an author. %1 of them are negative.</extracomment>
        <translation>
            <numerusform>%n mention in all, %1 of them negative.</numerusform>
            <numerusform>%n mentions in all, %1 of them negative.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Said %n time(s) in nearly the same words</source>
        <translation>
            <numerusform>Said %n time in nearly the same words</numerusform>
            <numerusform>Said %n times in nearly the same words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::gui::MentionTexts</name>
    <message numerus="yes">
        <source>%n copies</source>
        <translation>
            <numerusform>%n copy</numerusform>
            <numerusform>%n copies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::gui::MentionView</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::gui::PeopleSection</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to verify</source>
        <comment>contacts</comment>
        <translation>
            <numerusform>%n to verify</numerusform>
            <numerusform>%n to verify</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::gui::PlaybooksPage</name>
    <message numerus="yes">
        <source>%n change(s) of the plan are not saved.</source>
        <translation>
            <numerusform>%n change of the plan is not saved.</numerusform>
            <numerusform>%n changes of the plan are not saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) wait for approval</source>
        <translation>
            <numerusform>%n text waits for approval</numerusform>
            <numerusform>%n texts wait for approval</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) are drafts until somebody approves them.</source>
        <translation>
            <numerusform>%n text is a draft until somebody approves it.</numerusform>
            <numerusform>%n texts are drafts until somebody approves them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The plan still names this role in %n place(s): steps, levels, deputies, messages.</source>
        <translation>
            <numerusform>The plan still names this role in %n place: steps, levels, deputies, messages.</numerusform>
            <numerusform>The plan still names this role in %n places: steps, levels, deputies, messages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::gui::RailButton</name>
    <message numerus="yes">
        <source>%1, %n waiting</source>
        <extracomment>Spoken name of a page in the rail. %1 is the page, %n how much waits there.</extracomment>
        <translation>
            <numerusform>%1, %n waiting</numerusform>
            <numerusform>%1, %n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::gui::RepliesPage</name>
    <message numerus="yes">
        <source>%n to settle</source>
        <extracomment>Replies whose outcome a person must settle.</extracomment>
        <translation>
            <numerusform>%n to settle</numerusform>
            <numerusform>%n to settle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to approve</source>
        <extracomment>Replies.</extracomment>
        <translation>
            <numerusform>%n to approve</numerusform>
            <numerusform>%n to approve</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <extracomment>Replies.</extracomment>
        <translation>
            <numerusform>%n to send</numerusform>
            <numerusform>%n to send</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::gui::ReplyDetail</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::gui::ReplySheet</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::gui::ReviewPage</name>
    <message numerus="yes">
        <source>%n corrective action(s) still open</source>
        <translation>
            <numerusform>%n corrective action still open</numerusform>
            <numerusform>%n corrective actions still open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::gui::ScenarioPanel</name>
    <message numerus="yes">
        <source>%n post(s)</source>
        <translation>
            <numerusform>%n post</numerusform>
            <numerusform>%n posts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n inject(s)</source>
        <comment>of a drill</comment>
        <translation>
            <numerusform>%n inject</numerusform>
            <numerusform>%n injects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were left out</source>
        <translation>
            <numerusform>%n line was left out</numerusform>
            <numerusform>%n lines were left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::gui::ScorePanel</name>
    <message numerus="yes">
        <source>%n post(s)</source>
        <translation>
            <numerusform>%n post</numerusform>
            <numerusform>%n posts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n alert</numerusform>
            <numerusform>%n alerts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::gui::SensitivityChoice</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <extracomment>The length of a history: &quot;2 alerts in 30 days&quot;</extracomment>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) in %1, the last one on %2</source>
        <extracomment>%1 is a length of time (&quot;30 days&quot;), %2 a date with a time</extracomment>
        <translation>
            <numerusform>%n alert in %1, on %2</numerusform>
            <numerusform>%n alerts in %1, the last one on %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::gui::SourceDialog</name>
    <message numerus="yes">
        <source>%n post(s). The newest:</source>
        <translation>
            <numerusform>%n post. The newest:</numerusform>
            <numerusform>%n posts. The newest:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::gui::SourceSection</name>
    <message numerus="yes">
        <source>%n cannot be read</source>
        <translation>
            <numerusform>%n cannot be read</numerusform>
            <numerusform>%n cannot be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::gui::StatusLine</name>
    <message numerus="yes">
        <source>● %n source(s) live</source>
        <translation>
            <numerusform>● %n source live</numerusform>
            <numerusform>● %n sources live</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::gui::VariableForm</name>
    <message numerus="yes">
        <source>%n thing(s) to fill in before this may leave</source>
        <extracomment>Above the fields for what a pre-approved message still needs, such as a link or a time.</extracomment>
        <translation>
            <numerusform>%n thing to fill in before this may leave</numerusform>
            <numerusform>%n things to fill in before this may leave</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::gui::VariantEditor</name>
    <message numerus="yes">
        <source>%1: %n character(s)</source>
        <translation>
            <numerusform>%1: %n character</numerusform>
            <numerusform>%1: %n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::gui::VolumeChart</name>
    <message numerus="yes">
        <source>%n alert(s) pinned.</source>
        <translation>
            <numerusform>%n alert pinned.</numerusform>
            <numerusform>%n alerts pinned.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s) in the data.</source>
        <translation>
            <numerusform>%n gap in the data.</numerusform>
            <numerusform>%n gaps in the data.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mention(s)</source>
        <translation>
            <numerusform>%Ln mention</numerusform>
            <numerusform>%Ln mentions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mention(s) in this time.</source>
        <translation>
            <numerusform>%Ln mention in this time.</numerusform>
            <numerusform>%Ln mentions in this time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::gui::WatchPage</name>
    <message numerus="yes">
        <source>%n alert(s) to look at</source>
        <translation>
            <numerusform>%n alert to look at</numerusform>
            <numerusform>%n alerts to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mention(s) to do</source>
        <translation>
            <numerusform>%Ln mention to do</numerusform>
            <numerusform>%Ln mentions to do</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Learnt from %n post(s): wrong on %1 before, on %2 after</source>
        <extracomment>Last line of the menu of tones. %n posts whose tone people corrected or confirmed; %1 and %2 are percentages.</extracomment>
        <translation>
            <numerusform>Learnt from %n post: wrong on %1 before, on %2 after</numerusform>
            <numerusform>Learnt from %n posts: wrong on %1 before, on %2 after</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::gui::WatchSection</name>
    <message numerus="yes">
        <source>and above %n mention(s) an hour</source>
        <translation>
            <numerusform>and above %n mention an hour</numerusform>
            <numerusform>and above %n mentions an hour</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n watch(es)</source>
        <translation>
            <numerusform>%n watch</numerusform>
            <numerusform>%n watches</numerusform>
        </translation>
    </message>
</context>
</TS>
