// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/monitoring/mentiondetailview.h"

#include "core/text.h"
#include "gui/common/afterpaint.h"
#include "gui/common/flowlayout.h"
#include "gui/common/icons.h"
#include "gui/common/plaintextview.h"
#include "gui/common/textlabel.h"
#include "gui/common/widgets.h"
#include "gui/monitoring/mentiontexts.h"
#include "monitoring/mentionrepository.h"
#include "networks/capabilities.h"
#include "store/async.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using vigie::monitoring::Mention;
using vigie::monitoring::MentionDetail;
using vigie::monitoring::MentionRepository;

namespace vigie::gui
{

namespace
{

constexpr int kOthersShown = 4;
constexpr int kExcerpt = 90;

void clear(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

} // namespace

MentionDetailView::MentionDetailView(store::Database &database, QWidget *parent)
    : QScrollArea(parent)
    , m_database(database)
    , m_format(core::Language::English, QTimeZone::utc())
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    build();
    retranslate();
    setMention(std::nullopt);
}

QLabel *MentionDetailView::addSection(QVBoxLayout *column)
{
    auto *title = new QLabel(widget());
    setTextRole(title, TextRole::Section);
    column->addSpacing(space::kLarge);
    column->addWidget(title);
    column->addSpacing(space::kTiny);
    return title;
}

QLabel *MentionDetailView::addText(QVBoxLayout *column)
{
    auto *label = new TextLabel(widget());
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    column->addWidget(label);
    return label;
}

void MentionDetailView::build()
{
    auto *contents = new QWidget;
    contents->setObjectName(u"scrollContents"_s);
    setWidget(contents);
    auto *column = new QVBoxLayout(contents);
    column->setContentsMargins(space::kHuge, space::kLarge, space::kHuge, space::kHuge);
    column->setSpacing(0);

    m_avatar = new AvatarLabel(contents);
    m_nameLabel = new ElidedLabel(contents);
    m_handleLabel = new ElidedLabel(contents);
    m_tonalityPill = new PillLabel(contents);
    m_riskPill = new PillLabel(contents);
    setTextRole(m_nameLabel, TextRole::Large);
    setTextRole(m_handleLabel, TextRole::Muted);
    auto *names = new QVBoxLayout;
    names->setSpacing(2);
    names->addWidget(m_nameLabel);
    names->addWidget(m_handleLabel);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::kMedium);
    head->addWidget(m_avatar);
    head->addLayout(names, 1);
    column->addLayout(head);
    column->addSpacing(space::kMedium);
    auto *pills = new FlowLayout(space::kTiny);
    m_gonePill = new PillLabel(contents);
    pills->addWidget(m_gonePill);
    pills->addWidget(m_tonalityPill);
    pills->addWidget(m_riskPill);
    column->addLayout(pills);
    column->addSpacing(space::kMedium);
    m_goneLabel = addText(column);
    m_goneLabel->setObjectName(u"goneLabel"_s);
    m_goneLabel->setContentsMargins(0, 0, 0, space::kMedium);
    setTextRole(m_goneLabel, TextRole::Muted);
    m_textView = new PlainTextView(contents);
    setTextRole(m_textView, TextRole::Large);
    column->addWidget(m_textView);
    column->addSpacing(space::kMedium);
    m_timeLabel = addText(column);
    setTextRole(m_timeLabel, TextRole::Muted);
    column->addSpacing(space::kLarge);
    m_actionsRow = new FlowLayout(space::kSmall);
    column->addLayout(m_actionsRow);
    m_labelsColumn = new QVBoxLayout;
    column->addLayout(m_labelsColumn);

    m_notesTitle = addSection(column);
    m_notesLabel = addText(column);
    m_noteField = new QLineEdit(contents);
    column->addWidget(m_noteField);
    m_toneTitle = addSection(column);
    auto *toneRow = new QHBoxLayout;
    auto *toneColumn = new QVBoxLayout;
    m_toneLabel = addText(toneColumn);
    m_tonalityButton = new QPushButton(contents);
    setButtonKind(m_tonalityButton, ButtonKind::Quiet);
    toneRow->addLayout(toneColumn, 1);
    toneRow->addWidget(m_tonalityButton, 0, Qt::AlignTop);
    column->addLayout(toneRow);
    m_riskTitle = addSection(column);
    m_riskLabel = addText(column);
    m_priorityTitle = addSection(column);
    m_priorityLabel = addText(column);
    m_authorTitle = addSection(column);
    m_authorLabel = addText(column);
    m_authorColumn = new QVBoxLayout;
    m_authorColumn->setSpacing(0);
    column->addLayout(m_authorColumn);
    m_copiesTitle = addSection(column);
    m_copiesColumn = new QVBoxLayout;
    m_copiesColumn->setSpacing(0);
    column->addLayout(m_copiesColumn);
    m_evidenceTitle = addSection(column);
    m_evidenceView = new PlainTextView(contents);
    setTextRole(m_evidenceView, TextRole::SmallMuted);
    column->addWidget(m_evidenceView);
    column->addStretch(1);

    connect(m_noteField, &QLineEdit::returnPressed, this, [this] {
        const QString text = m_noteField->text().trimmed();
        if (text.isEmpty() || !m_mention)
            return;
        m_noteField->clear();
        emit noteEntered(m_mention->id, text);
    });
}

void MentionDetailView::setActions(const QList<QAction *> &actions)
{
    clear(m_actionsRow);
    for (QAction *action : actions) {
        auto *button = new QPushButton(widget());
        const auto copy = [button, action] {
            button->setText(action->iconText());
            setButtonIcon(button, action->icon());
            button->setEnabled(action->isEnabled());
            button->setAccessibleName(action->text());
            button->setToolTip(u"%1 (%2)"_s.arg(action->text(), action->shortcut().toString(QKeySequence::NativeText)));
        };
        copy();
        connect(action, &QAction::changed, button, copy);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        m_actionsRow->addWidget(button);
    }
}

void MentionDetailView::setTonalityMenu(QMenu *menu)
{
    m_tonalityButton->setMenu(menu);
    m_tonalityButton->setProperty("hasMenu", true);
}

void MentionDetailView::setFormat(const core::Format &format)
{
    m_format = format;
    showMention();
}

core::MentionId MentionDetailView::mentionId() const
{
    return m_mention ? m_mention->id : core::MentionId{};
}

void MentionDetailView::setMention(const std::optional<Mention> &mention)
{
    const bool isOther = !mention || !m_mention || mention->id != m_mention->id;
    m_mention = mention;
    if (isOther) {
        m_detail.reset();
        m_copies.clear();
        m_noteField->clear();
        ensureVisible(0, 0);
    }
    widget()->setVisible(m_mention.has_value());
    showMention();
    if (!m_mention)
        return;
    if (isVisible())
        readDetail();
    else
        afterPaint(*viewport(), [this] { reload(); }); // the window's first frame does not wait for the author's other posts
}

void MentionDetailView::reload()
{
    if (m_mention)
        readDetail();
}

void MentionDetailView::focusNote()
{
    ensureWidgetVisible(m_noteField);
    m_noteField->setFocus(Qt::ShortcutFocusReason);
}

void MentionDetailView::readDetail()
{
    struct Answer {
        std::optional<MentionDetail> detail = std::nullopt;
        std::vector<Mention> copies = {};
    };
    store::readAsync(
        m_database, this,
        [id = m_mention->id, group = m_mention->groupId](const store::Connection &connection) -> Result<Answer> {
            auto detail = MentionRepository::detail(connection, id);
            if (!detail)
                return fail(detail.error());
            auto copies = MentionRepository::group(connection, group, kOthersShown + 1);
            return Answer{std::move(*detail), copies ? std::move(*copies) : std::vector<Mention>()};
        },
        [this, token = ++m_question](const Result<Answer> &answer) {
            if (token != m_question || !answer || !answer->detail)
                return;
            m_detail = answer->detail;
            m_copies = answer->copies;
            m_mention = m_detail->mention;
            showMention();
        });
}

void MentionDetailView::showMention()
{
    if (!m_mention)
        return;
    const Mention &mention = *m_mention;
    m_avatar->setPerson(mention.author.displayName(), mention.author.handle);
    const bool isNameless = mention.goneAt && mention.author.displayName().isEmpty();
    //: In the place of an author's name, which went with the post.
    m_nameLabel->setFullText(isNameless ? tr("A deleted post") : mention.author.displayName());
    QStringList who;
    if (!mention.author.handle.isEmpty() && !mention.author.name.isEmpty())
        who += mention.author.handle.startsWith(u'@') ? mention.author.handle : u'@' + mention.author.handle;
    who += networks::networkName(mention.network);
    if (mention.author.followers >= 0)
        who += tr("%1 followers").arg(m_format.number(mention.author.followers));
    m_handleLabel->setFullText(who.join(u" · "_s));
    m_gonePill->setVisible(mention.goneAt.has_value());
    m_gonePill->setPill(gonePill());
    m_tonalityPill->setPill(tonalityPill(mention.tonality));
    const auto risk = riskPill(mention, m_format.language());
    m_riskPill->setVisible(risk.has_value());
    if (risk)
        m_riskPill->setPill(*risk);
    m_textView->setText(mention.text);
    m_textView->setVisible(!mention.text.isEmpty());
    m_goneLabel->setText(goneReason(mention, m_format));
    m_goneLabel->setVisible(mention.goneAt.has_value());
    showTimes();
    m_toneLabel->setText(tr("%1, negativity %2. %3").arg(tonalityName(mention.tonality), m_format.percent(mention.negativity), tonalityReason(mention, m_format)));
    m_toneLabel->setToolTip(tr("How negative the words are: 0 is not at all, 100 entirely."));
    m_riskTitle->setVisible(bool(mention.risks));
    m_riskLabel->setVisible(bool(mention.risks));
    m_riskLabel->setText(riskReason(mention, m_format.language()));
    const auto reader = m_database.reader();
    const auto weights = reader ? monitoring::PriorityWeights::read(**reader) : monitoring::PriorityWeights();
    m_priorityLabel->setText(priorityReason(mention, m_database.clock().now(), weights.value_or(monitoring::PriorityWeights()), m_format));
    showLabels();
    showDetail();
}

void MentionDetailView::showTimes()
{
    const Mention &mention = *m_mention;
    QStringList parts = {m_format.dateTimeWithZone(mention.postedAt)};
    const QString age = m_format.age(mention.postedAt, m_database.clock().now());
    if (!age.isEmpty())
        parts[0] += u" ("_s + age + u')';
    if (mention.reposts > 0)
        parts += tr("%n repost(s)", nullptr, mention.reposts);
    if (mention.likes > 0)
        parts += tr("%n like(s)", nullptr, mention.likes);
    if (mention.replies > 0)
        parts += tr("%n answer(s)", nullptr, mention.replies);
    if (!mention.assignee.isEmpty())
        parts += tr("assigned to %1").arg(mention.assignee);
    if (mention.status != monitoring::Status::New)
        parts += statusName(mention.status);
    m_timeLabel->setText(parts.join(u" · "_s));
    m_timeLabel->setToolTip(tr("Posted %1\nCaptured %2").arg(m_format.dateTimeWithZone(mention.postedAt), m_format.dateTimeWithZone(mention.capturedAt)));
}

void MentionDetailView::showDetail()
{
    const bool isRead = m_detail.has_value();
    for (QLabel *title : {m_authorTitle, m_evidenceTitle})
        title->setVisible(isRead);
    m_authorLabel->setVisible(isRead);
    m_evidenceView->setVisible(isRead);
    showNotes();
    showOthers();
    if (!isRead)
        return;
    //: What is known of an author. %1 of them are negative.
    m_authorLabel->setText(tr("%n mention(s) in all, %1 of them negative.", nullptr, int(m_detail->authorMentions))
                               .arg(m_format.number(m_detail->authorNegative)));
    QStringList evidence;
    if (!m_detail->watchNames.isEmpty())
        evidence += tr("Found by: %1").arg(m_detail->watchNames.join(u", "_s));
    evidence += tr("Captured: %1").arg(m_format.dateTimeWithZone(m_mention->capturedAt));
    evidence += tr("SHA-256 of the text: %1").arg(QString::fromLatin1(m_mention->sha256.toHex()));
    for (const monitoring::MentionVersion &version : m_detail->versions)
        evidence += tr("Before it was edited (%1): %2").arg(m_format.dateTimeWithZone(version.capturedAt), version.text);
    m_evidenceView->setText(evidence.join(u'\n'));
}

void MentionDetailView::showOthers()
{
    const auto fill = [this](QVBoxLayout *column, const std::vector<Mention> &mentions) {
        clear(column);
        int shown = 0;
        for (const Mention &other : mentions) {
            if (other.id == m_mention->id || shown++ >= kOthersShown)
                continue;
            auto *button = new QPushButton(widget());
            setButtonKind(button, ButtonKind::Quiet);
            button->setProperty("isLine", true);
            const QString age = m_format.age(other.postedAt, m_database.clock().now());
            const QString excerpt = core::elided(other.text.simplified(), kExcerpt).replace(u'&', u"&&"_s);
            button->setText(age + u" · "_s + excerpt);
            button->setIcon(icon(tonalityPill(other.tonality).iconName, tonalityPill(other.tonality).ink));
            button->setAccessibleName(spokenSentence(other, m_format, m_database.clock().now()));
            button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
            connect(button, &QPushButton::clicked, this, [this, id = other.id] { emit mentionRequested(id); });
            column->addWidget(button);
        }
        return shown > 0;
    };
    fill(m_authorColumn, m_detail ? m_detail->authorRecent : std::vector<Mention>());
    const bool hasCopies = fill(m_copiesColumn, m_copies);
    m_copiesTitle->setVisible(hasCopies);
    if (hasCopies)
        m_copiesTitle->setText(tr("Said %n time(s) in nearly the same words", nullptr, m_mention->groupSize));
}

void MentionDetailView::showNotes()
{
    QStringList lines;
    if (m_detail) {
        for (const monitoring::MentionNote &note : m_detail->notes)
            lines += u"%1, %2: %3"_s.arg(note.author, m_format.dateTime(note.at), note.text);
    }
    m_notesLabel->setVisible(!lines.isEmpty());
    m_notesLabel->setText(lines.join(u'\n'));
}

void MentionDetailView::showLabels()
{
    clear(m_labelsColumn);
    if (m_mention->labels.isEmpty())
        return;
    auto *row = new QWidget(widget());
    auto *layout = new FlowLayout(space::kTiny);
    layout->setContentsMargins(0, space::kMedium, 0, 0);
    row->setLayout(layout);
    for (const QString &label : m_mention->labels) {
        auto *button = new QPushButton(icon(u"tag"_s, Token::Muted), QString(label).replace(u'&', u"&&"_s), row);
        button->setToolTip(tr("Remove the label %1").arg(label));
        button->setAccessibleName(tr("Label %1; press to remove it").arg(label));
        connect(button, &QPushButton::clicked, this, [this, label] { emit labelRemoved(m_mention->id, label); });
        layout->addWidget(button);
    }
    m_labelsColumn->addWidget(row);
}

void MentionDetailView::retranslate()
{
    setAccessibleName(tr("Mention"));
    m_textView->setAccessibleName(tr("Text of the mention"));
    m_noteField->setPlaceholderText(tr("Add a note for the team, then Enter"));
    m_noteField->setAccessibleName(tr("New note for the team"));
    m_evidenceView->setAccessibleName(tr("Evidence"));
    m_tonalityButton->setText(tr("Correct"));
    m_tonalityButton->setAccessibleName(tr("Correct the tone"));
    m_notesTitle->setText(tr("Notes"));
    m_toneTitle->setText(tr("Tone"));
    m_riskTitle->setText(tr("Risk"));
    m_priorityTitle->setText(tr("Priority"));
    m_priorityLabel->setToolTip(tr("In which order to look. How much each factor weighs is set in Settings, Priority."));
    m_authorTitle->setText(tr("The author"));
    m_evidenceTitle->setText(tr("Evidence"));
    showMention();
}

void MentionDetailView::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace vigie::gui
