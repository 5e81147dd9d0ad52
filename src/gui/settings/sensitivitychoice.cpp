// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/sensitivitychoice.h"

#include "gui/shell/theme.h"

#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;
using vigie::analysis::Sensitivity;

namespace vigie::gui
{

SensitivityChoice::SensitivityChoice(QWidget *parent) : QWidget(parent)
{
    const std::array<QString, 3> texts{tr("Rarely: only what is far from usual"), tr("Balanced"), tr("Early: rather once too often")};
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        m_lines[i] = {new QRadioButton(texts[i], this), new QLabel(this)};
        m_lines[i].note->setTextFormat(Qt::PlainText);
        m_lines[i].note->setContentsMargins(qRound(space::kHuge * textScale()), 0, 0, space::kTiny);
        setTextRole(m_lines[i].note, TextRole::SmallMuted);
        layout->addWidget(m_lines[i].button);
        layout->addWidget(m_lines[i].note);
    }
    clearReplays();
    setFocusProxy(m_lines[std::size_t(Sensitivity::Balanced)].button);
}

void SensitivityChoice::setSensitivity(Sensitivity sensitivity)
{
    m_lines.at(std::size_t(sensitivity)).button->setChecked(true);
    setFocusProxy(m_lines.at(std::size_t(sensitivity)).button);
}

Sensitivity SensitivityChoice::sensitivity() const
{
    for (const Sensitivity sensitivity : {Sensitivity::Low, Sensitivity::High}) {
        if (m_lines.at(std::size_t(sensitivity)).button->isChecked())
            return sensitivity;
    }
    return Sensitivity::Balanced;
}

void SensitivityChoice::setReplays(const std::vector<monitoring::Replay> &replays, const core::Format &format)
{
    clearReplays();
    for (const monitoring::Replay &replay : replays) {
        const Line &line = m_lines.at(std::size_t(replay.sensitivity));
        const int days = int(std::floor(replay.days));
        const int count = int(replay.alerts.size());
        if (days < 1) {
            setNote(line, tr("Not enough history yet: the first day only teaches what is usual."));
            continue;
        }
        //: The length of a history: "2 alerts in 30 days"
        const QString span = tr("%n day(s)", nullptr, days);
        if (count == 0)
            setNote(line, tr("No alert in %1").arg(span));
        else
            //: %1 is a length of time ("30 days"), %2 a date with a time
            setNote(line, tr("%n alert(s) in %1, the last one on %2", nullptr, count).arg(span, format.dateTime(replay.alerts.back().raisedAt)));
    }
}

void SensitivityChoice::setPending()
{
    for (const Line &line : m_lines)
        setNote(line, tr("Counting…"));
}

void SensitivityChoice::clearReplays()
{
    for (const Line &line : m_lines)
        setNote(line, u" "_s); // keeps its line: the dialog does not jump
}

QString SensitivityChoice::note(Sensitivity sensitivity) const
{
    return m_lines.at(std::size_t(sensitivity)).note->text().trimmed();
}

void SensitivityChoice::setNote(const Line &line, const QString &text)
{
    line.note->setText(text);
    line.button->setAccessibleDescription(text.trimmed());
}

} // namespace vigie::gui
