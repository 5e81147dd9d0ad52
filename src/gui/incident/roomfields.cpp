// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/incident/roomfields.h"

#include "gui/incident/roomwords.h"
#include "gui/shell/theme.h"

#include <QButtonGroup>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace vigie::gui
{

DelayBox::DelayBox(const QString &none, const core::Format &format, QWidget *parent) : QComboBox(parent)
{
    addItem(none);
    for (const std::chrono::minutes delay : {10min, 15min, 20min, 30min, 45min, 60min, 120min, 240min, 480min, 1440min})
        addItem(tr("in %1", "%1 is a duration").arg(format.duration(delay)), qlonglong(delay.count()));
}

std::optional<core::Instant> DelayBox::dueFrom(core::Instant now) const
{
    if (!currentData().isValid())
        return std::nullopt;
    return now + std::chrono::minutes(currentData().toLongLong());
}

void DelayBox::choose(std::chrono::minutes delay)
{
    int nearest = 1;
    for (int i = 2; i < count(); ++i) {
        const auto distance = [this, delay](int at) { return std::abs(itemData(at).toLongLong() - qlonglong(delay.count())); };
        if (distance(i) < distance(nearest))
            nearest = i;
    }
    setCurrentIndex(nearest);
}

SeverityPicker::SeverityPicker(core::Language language, QWidget *parent)
    : QWidget(parent), m_language(language), m_group(new QButtonGroup(this)), m_criteria(new QLabel(this))
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::kSmall);
    for (int i = 0; i < int(m_buttons.size()); ++i) {
        auto *button = new QToolButton(this);
        button->setCheckable(true);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        m_group->addButton(button, i + 1);
        m_buttons[std::size_t(i)] = button;
        row->addWidget(button);
    }
    setTextRole(m_criteria, TextRole::SmallMuted);
    m_criteria->setWordWrap(true);
    m_criteria->setAlignment(Qt::AlignTop);
    m_criteria->setMinimumHeight(m_criteria->fontMetrics().lineSpacing() * 4);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kSmall);
    layout->addLayout(row);
    layout->addWidget(m_criteria);
    setFocusProxy(m_buttons.front());
    connect(m_group, &QButtonGroup::idClicked, this, [this](int severity) {
        m_severity = severity;
        showCriteria();
        emit severityChanged(severity);
    });
    setPlan(std::nullopt);
    setSeverity(m_severity);
}

void SeverityPicker::setPlan(const std::optional<playbook::Playbook> &plan)
{
    m_plan = plan;
    for (int i = 0; i < int(m_buttons.size()); ++i) {
        QToolButton *button = m_buttons[std::size_t(i)];
        button->setText(RoomWords::severityName(i + 1, m_language, m_plan));
        button->setAccessibleName(tr("Severity %1", "%1: a level and its name").arg(button->text()));
    }
    showCriteria();
}

void SeverityPicker::setSeverity(int severity)
{
    m_severity = std::clamp(severity, 1, int(m_buttons.size()));
    m_buttons[std::size_t(m_severity - 1)]->setChecked(true);
    showCriteria();
}

void SeverityPicker::showCriteria()
{
    QStringList lines;
    if (m_plan) {
        if (const playbook::Severity *level = m_plan->severity(m_severity)) {
            for (const playbook::Text &criterion : level->criteria)
                lines += u"• "_s + criterion.in(m_language);
        }
    }
    if (lines.isEmpty()) {
        switch (m_severity) {
        case 1:
            lines += tr("Worth watching; the usual channels are enough.");
            break;
        case 2:
            lines += tr("Spreads beyond the usual circle; a small team follows it.");
            break;
        case 3:
            lines += tr("People or the reputation are at risk; the crisis team meets.");
            break;
        default:
            lines += tr("People are harmed or the business itself is at risk; management is called in.");
            break;
        }
    }
    m_criteria->setText(lines.join(u'\n'));
    m_criteria->setTextFormat(Qt::PlainText);
    m_buttons[std::size_t(m_severity - 1)]->setAccessibleDescription(m_criteria->text());
}

PersonBox::PersonBox(QWidget *parent) : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(NoInsert);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
}

void PersonBox::setPeople(const QStringList &names)
{
    const QString typed = currentText();
    const QSignalBlocker blocker(this);
    clear();
    addItems(names);
    setEditText(typed);
}

} // namespace vigie::gui
