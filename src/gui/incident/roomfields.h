// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format.h"
#include "playbook/playbook.h"

#include <QComboBox>
#include <QWidget>

#include <array>
#include <optional>

class QButtonGroup;
class QLabel;
class QToolButton;

namespace vigie::gui
{

/// When something is due, chosen the way people say it: "in 30 min". What is chosen counts from the moment of asking.
class DelayBox : public QComboBox
{
    Q_OBJECT

public:
    /// `none`: the first choice, which gives nothing ("by the plan", "no time").
    DelayBox(const QString &none, const core::Format &format, QWidget *parent);
    [[nodiscard]] std::optional<core::Instant> dueFrom(core::Instant now) const;
    void choose(std::chrono::minutes delay); ///< the nearest one offered
};

/// The four levels side by side, and what speaks for the chosen one below.
class SeverityPicker : public QWidget
{
    Q_OBJECT

public:
    explicit SeverityPicker(core::Language language, QWidget *parent);
    /// The levels' names and criteria come from the plan where there is one.
    void setPlan(const std::optional<playbook::Playbook> &plan);
    [[nodiscard]] int severity() const { return m_severity; }
    void setSeverity(int severity);

signals:
    void severityChanged(int severity);

private:
    void showCriteria();

    core::Language m_language;
    std::optional<playbook::Playbook> m_plan;
    QButtonGroup *m_group;
    std::array<QToolButton *, 4> m_buttons = {};
    QLabel *m_criteria;
    int m_severity = 2;
};

/// A name of the directory, or any other that is typed.
class PersonBox : public QComboBox
{
    Q_OBJECT

public:
    explicit PersonBox(QWidget *parent);
    void setPeople(const QStringList &names); ///< what is typed stays
    [[nodiscard]] QString person() const { return currentText().trimmed(); }
    void setPerson(const QString &name) { setEditText(name); }
};

} // namespace vigie::gui
