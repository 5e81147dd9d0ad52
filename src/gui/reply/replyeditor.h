// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reply/replycheck.h"

#include <QPlainTextEdit>

namespace vigie::gui
{

/// The UTF-16 unit at which the n-th code point of `text` stands; the size of the text when there are fewer.
[[nodiscard]] qsizetype unitOfCodePoint(QStringView text, qsizetype codePoint);

/**
 * Where a reply is typed: plain text only, also when something rich is pasted. What the check found is underlined, in the
 * colour of its gravity; the words stand in the list beside it and in the tooltip. Variables that nobody filled have a ground.
 */
class ReplyEditor : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit ReplyEditor(QWidget *parent = nullptr);

    /// The text with its no-break spaces, which toPlainText() would turn into plain ones. Same positions.
    [[nodiscard]] QString text() const;
    /// The marks of a report about exactly the text that is shown.
    void showReport(const reply::ReplyReport &report);
    /// Puts the cursor on it and shows it.
    void select(const reply::ReplyFinding &finding);
    /// Replaces the whole text as one step that Ctrl+Z takes back.
    void replaceText(const QString &text);
    /// Puts `text` at the cursor, likewise.
    void insertText(const QString &text);
    /// Puts a value where {{name}} stands, everywhere, as one step.
    void fillVariable(const QString &name, const QString &value);

    /// How many lines it asks for; two editors share a panel with few.
    enum class Lines { Many, Few };
    void setLines(Lines lines);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    void mark();
    [[nodiscard]] const reply::ReplyFinding *findingAt(qsizetype unit) const;

    reply::ReplyReport m_report;
    Lines m_lines = Lines::Many;
};

} // namespace vigie::gui
