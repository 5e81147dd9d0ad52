// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/painting.h"
#include "reply/replycheck.h"

#include <QAbstractButton>
#include <QList>
#include <QWidget>

class QVBoxLayout;

namespace vigie::gui
{

/// Somebody's words, quoted: a bar at the left, some lines; a click or Space shows all of them.
class QuoteView : public QWidget
{
    Q_OBJECT

public:
    explicit QuoteView(QWidget *parent = nullptr);
    /// `meta` stands above in small letters: who, when.
    void setQuote(const QString &meta, const QString &text);
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void toggle();
    [[nodiscard]] int lines() const;

    QString m_meta;
    QString m_text;
    bool m_isOpen = false;
};

/// Quiet marks in a line, going on below where it is full.
class PillFlow : public QWidget
{
    Q_OBJECT

public:
    explicit PillFlow(QWidget *parent = nullptr);
    void setPills(const QList<Pill> &pills);
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int layOut(int width, QPainter *painter) const;
    QList<Pill> m_pills;
};

/// One finding: its gravity as icon and word, its sentence on as many lines as it needs. A click goes to the place.
class FindingRow : public QAbstractButton
{
    Q_OBJECT

public:
    FindingRow(const reply::ReplyFinding &finding, QWidget *parent);
    [[nodiscard]] const reply::ReplyFinding &finding() const { return m_finding; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    [[nodiscard]] int textLeft() const;
    reply::ReplyFinding m_finding;
};

/// What the check says, the gravest first. Keeps its rows while nothing changed, so that the focus stays.
class FindingList : public QWidget
{
    Q_OBJECT

public:
    explicit FindingList(QWidget *parent = nullptr);
    void setFindings(const std::vector<reply::ReplyFinding> &findings);

signals:
    void findingActivated(const vigie::reply::ReplyFinding &finding);

private:
    QVBoxLayout *m_layout = nullptr;
    std::vector<reply::ReplyFinding> m_findings;
};

/// One line of notice on a tinted ground, with an icon: suspended, an exercise, sent back with a note.
class NoticeBar : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Info, Warning, Danger, Drill, Positive };

    explicit NoticeBar(QWidget *parent = nullptr);
    /// An empty text hides it.
    void setNotice(Kind kind, const QString &text);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Kind m_kind = Kind::Info;
    QString m_text;
};

} // namespace vigie::gui
