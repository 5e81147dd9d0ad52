// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace vigie::gui
{

/// A query as it is typed, with the place underlined where it cannot be understood and what was expected there.
class QueryEdit : public QWidget
{
    Q_OBJECT

public:
    /// Speaks of problems in this language.
    QueryEdit(core::Language language, QWidget *parent);
    [[nodiscard]] QString query() const;
    void setQuery(const QString &query);
    [[nodiscard]] bool isValid() const { return m_isValid; }
    [[nodiscard]] QString problem() const;

signals:
    void changed();

private:
    void check();

    QPlainTextEdit *m_edit;
    QLabel *m_problemLabel;
    core::Phrasebook m_phrases;
    bool m_isValid = false;
};

} // namespace vigie::gui
