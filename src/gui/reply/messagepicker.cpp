// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/reply/messagepicker.h"

#include "gui/common/icons.h"
#include "gui/common/widgets.h"
#include "gui/reply/messagedelegate.h"
#include "gui/reply/replytexts.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

MessagePicker::MessagePicker(QWidget *parent)
    : QWidget(parent)
    , m_model(new MessageChoiceModel(this))
    , m_titleLabel(new QLabel(this))
    , m_backButton(new QPushButton(this))
    , m_searchEdit(new QLineEdit(this))
    , m_phaseCombo(new QComboBox(this))
    , m_audienceCombo(new QComboBox(this))
    , m_list(new QListView(this))
    , m_empty(new EmptyState(this))
    , m_preview(new QPlainTextEdit(this))
    , m_reasonLabel(new QLabel(this))
    , m_insertButton(new QPushButton(this))
{
    setTextRole(m_titleLabel, TextRole::Large);
    setButtonKind(m_backButton, ButtonKind::Quiet);
    m_backButton->setIcon(icon(u"arrow-left"_s));
    m_searchEdit->setObjectName(u"messageSearchEdit"_s);
    m_searchEdit->setClearButtonEnabled(true);
    m_searchEdit->addAction(icon(u"search"_s, Token::Muted), QLineEdit::LeadingPosition);
    m_searchEdit->installEventFilter(this);
    for (QComboBox *combo : {m_phaseCombo, m_audienceCombo}) {
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo->setMinimumContentsLength(12);
    }
    m_list->setObjectName(u"messageList"_s);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new MessageDelegate(m_list));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_empty->setIconName(u"card-text"_s);
    m_preview->setReadOnly(true);
    m_preview->setTabChangesFocus(true);
    m_reasonLabel->setWordWrap(true);
    setTextRole(m_reasonLabel, TextRole::Warning);
    setButtonKind(m_insertButton, ButtonKind::Primary);
    m_insertButton->setObjectName(u"insertMessageButton"_s);

    auto *head = new QHBoxLayout;
    head->setSpacing(space::kSmall);
    head->addWidget(m_backButton);
    head->addWidget(m_titleLabel, 1);
    auto *filters = new QHBoxLayout;
    filters->setSpacing(space::kSmall);
    filters->addWidget(m_phaseCombo, 1);
    filters->addWidget(m_audienceCombo, 1);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(space::kSmall);
    foot->addWidget(m_reasonLabel, 1);
    foot->addWidget(m_insertButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kLarge, space::kMedium, space::kLarge, space::kLarge);
    layout->setSpacing(space::kSmall);
    layout->addLayout(head);
    layout->addWidget(m_searchEdit);
    layout->addLayout(filters);
    layout->addWidget(m_list, 3);
    layout->addWidget(m_empty, 3);
    layout->addWidget(m_preview, 2);
    layout->addLayout(foot);

    m_searchTimer.setSingleShot(true);
    m_searchTimer.setInterval(300);
    connect(&m_searchTimer, &QTimer::timeout, this, &MessagePicker::search);
    connect(m_searchEdit, &QLineEdit::textChanged, &m_searchTimer, qOverload<>(&QTimer::start));
    connect(m_phaseCombo, &QComboBox::activated, this, &MessagePicker::search);
    connect(m_audienceCombo, &QComboBox::activated, this, &MessagePicker::search);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &MessagePicker::showPreview);
    connect(m_list, &QListView::activated, this, &MessagePicker::insert);
    connect(m_insertButton, &QPushButton::clicked, this, &MessagePicker::insert);
    connect(m_backButton, &QPushButton::clicked, this, &MessagePicker::cancelled);
    retranslate();
}

void MessagePicker::setShelves(std::vector<MessageShelf> shelves)
{
    m_shelves = std::move(shelves);
    search();
}

void MessagePicker::setWish(core::Language language, const QString &network, core::Language uiLanguage, core::Instant now)
{
    m_wish.language = language;
    m_wish.network = network;
    m_wish.now = now;
    m_uiLanguage = uiLanguage;
    search();
}

void MessagePicker::start()
{
    m_searchEdit->setFocus();
    m_searchEdit->selectAll();
}

void MessagePicker::search()
{
    m_searchTimer.stop();
    m_wish.words = m_searchEdit->text();
    m_wish.phase = m_phaseCombo->currentData().toString();
    m_wish.audience = m_audienceCombo->currentData().toString();
    m_model->setChoices(messageChoices(m_shelves, m_wish), m_uiLanguage);
    const bool hasAny = m_model->rowCount() > 0;
    m_list->setVisible(hasAny);
    m_preview->setVisible(hasAny);
    m_empty->setVisible(!hasAny);
    if (hasAny)
        m_list->setCurrentIndex(m_model->index(0));
    showPreview();
}

void MessagePicker::showPreview()
{
    const MessageChoice *const choice = m_model->choiceAt(m_list->currentIndex());
    m_preview->setPlainText(choice ? choice->variant.text : QString());
    const QString against = choice ? MessageChoiceModel::reasonAgainst(*choice) : QString();
    m_reasonLabel->setText(against);
    m_insertButton->setEnabled(choice && against.isEmpty());
    m_insertButton->setVisible(choice != nullptr);
}

void MessagePicker::insert()
{
    const MessageChoice *const choice = m_model->choiceAt(m_list->currentIndex());
    if (!choice || choice->usability != playbook::Usability::Usable)
        return;
    const MessageChoice kept = *choice;
    emit chosen(kept.variant, m_shelves[kept.shelf].variables);
}

bool MessagePicker::eventFilter(QObject *watched, QEvent *event)
{
    // The list is led from the search field, so that the hands stay where they type.
    if (watched == m_searchEdit && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int step = key->key() == Qt::Key_Down ? 1 : key->key() == Qt::Key_Up ? -1 : 0;
        if (step != 0 && m_model->rowCount() > 0) {
            const int row = std::clamp(m_list->currentIndex().row() + step, 0, m_model->rowCount() - 1);
            m_list->setCurrentIndex(m_model->index(row));
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            if (m_searchTimer.isActive())
                search();
            insert();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void MessagePicker::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit cancelled();
    else
        QWidget::keyPressEvent(event);
}

void MessagePicker::fillCombo(QComboBox *combo, const QString &any, const QStringList &keys, QString (*word)(const QString &))
{
    const QString current = combo->currentData().toString();
    combo->clear();
    combo->addItem(any, QString());
    for (const QString &key : keys)
        combo->addItem(word(key), key);
    combo->setCurrentIndex(std::max(0, combo->findData(current)));
}

void MessagePicker::retranslate()
{
    m_titleLabel->setText(tr("Insert a message"));
    m_backButton->setAccessibleName(tr("Back to the reply"));
    m_backButton->setToolTip(tr("Back to the reply (Esc)"));
    m_searchEdit->setPlaceholderText(tr("Words of the title or the text"));
    m_searchEdit->setAccessibleName(tr("Search messages"));
    m_phaseCombo->setAccessibleName(tr("Phase"));
    m_audienceCombo->setAccessibleName(tr("Audience"));
    fillCombo(m_phaseCombo, tr("Every phase"),
              {u"reply"_s, u"holding"_s, u"update"_s, u"correction"_s, u"apology"_s, u"closing"_s}, &ReplyTexts::phase);
    fillCombo(m_audienceCombo, tr("Every audience"),
              {u"public"_s, u"affected"_s, u"customer"_s, u"press"_s, u"employees"_s}, &ReplyTexts::audience);
    m_list->setAccessibleName(tr("Pre-approved messages"));
    m_preview->setAccessibleName(tr("Text of the message"));
    m_insertButton->setText(tr("Insert"));
    m_empty->setTexts(tr("No message fits"),
                      tr("Pre-approved messages are written and approved in Playbooks, in both languages. Try fewer "
                         "words, another phase or audience, or the reply's other language."));
    search();
}

} // namespace vigie::gui
