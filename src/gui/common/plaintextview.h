// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QTextEdit>

namespace vigie::gui
{

/**
 * Text from a network, as plain text: selectable, read-only, as high as it needs, and broken anywhere where a word is longer
 * than the line (addresses are). Never interprets markup, never loads anything.
 */
class PlainTextView : public QTextEdit
{
    Q_OBJECT

public:
    explicit PlainTextView(QWidget *parent = nullptr);
    void setText(const QString &text);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void wheelEvent(QWheelEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *) const override { return false; }

private:
    void fit();

    mutable QHash<int, int> m_heights; ///< by width, of this text in this font: a layout asks for the same ones again and again
};

} // namespace vigie::gui
