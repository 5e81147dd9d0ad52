// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/settingssection.h"

#include "gui/common/icons.h"
#include "gui/common/widgets.h"
#include "store/async.h"

#include <QAction>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace vigie::gui
{

SettingsSection::SettingsSection(Desk &desk, QWidget *parent) : QWidget(parent), m_desk(desk)
{
    setPanel(this);
}

QAction *SettingsSection::makeAction(const QString &iconName, const std::function<void()> &act)
{
    auto *action = new QAction(this);
    action->setIcon(icon(iconName));
    connect(action, &QAction::triggered, this, act);
    return action;
}

void SettingsSection::finish(const QFuture<Result<>> &future, const QString &done, const QString &attempt)
{
    store::whenDone(future, this, [this, done, attempt](const Result<> &answer) {
        if (!answer)
            m_desk.showError(attempt, answer.error());
        else if (!done.isEmpty())
            m_desk.showToast(done);
    });
}

ListSection::ListSection(Desk &desk, QWidget *parent)
    : SettingsSection(desk, parent), m_introduction(new QLabel(this)), m_view(new CardView(this)), m_empty(new EmptyState(this))
{
    setTextRole(m_introduction, TextRole::Muted);
    m_introduction->setWordWrap(true);
    m_introduction->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kSmall);
    m_empty->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_introduction);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_empty, 1);
}

void ListSection::setIntroduction(const QString &text)
{
    m_introduction->setText(text);
}

void ListSection::setEmptyTexts(const QString &iconName, const QString &title, const QString &text, QAction *action)
{
    m_empty->setIconName(iconName);
    m_empty->setTexts(title, text);
    m_empty->setAction(action);
}

void ListSection::setRows(std::vector<CardRow> rows)
{
    m_view->setVisible(!rows.empty());
    m_introduction->setVisible(!rows.empty());
    m_empty->setVisible(rows.empty());
    m_view->cards().setRows(std::move(rows));
}

void ListSection::askToRemove(const Removal &removal)
{
    auto *question = new QMessageBox(QMessageBox::Question, removal.title, removal.question, QMessageBox::Cancel, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    QPushButton *removeButton = question->addButton(removal.button.isEmpty() ? tr("Remove it") : removal.button, QMessageBox::AcceptRole);
    setButtonKind(removeButton, ButtonKind::Danger);
    connect(removeButton, &QPushButton::clicked, this,
            [this, removal] { finish(removal.remove(), removal.done, removal.attempt); });
    question->open();
}

} // namespace vigie::gui
