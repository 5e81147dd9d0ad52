// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/painting.h"

#include <QLabel>
#include <QWidget>

class QAction;
class QPushButton;

namespace vigie::gui
{

/// A plain-text label that ends in "…" where it does not fit; the whole text is then its tooltip.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);
    void setFullText(const QString &text);
    [[nodiscard]] const QString &fullText() const { return m_fullText; }
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void elide();

    QString m_fullText;
};

/// A small rounded mark with a word and an icon.
class PillLabel : public QWidget
{
    Q_OBJECT

public:
    explicit PillLabel(QWidget *parent = nullptr);
    void setPill(const Pill &pill);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Pill m_pill;
};

/// The disc of paintAvatar() as a widget.
class AvatarLabel : public QWidget
{
    Q_OBJECT

public:
    explicit AvatarLabel(QWidget *parent = nullptr);
    void setPerson(const QString &name, const QString &key);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    QString m_key;
};

/// What an empty page says: what it is for, and one action to start. Teaches; never only "nothing here".
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);
    /// Call again on LanguageChange.
    void setTexts(const QString &title, const QString &text);
    void setIconName(const QString &name);
    /// The one action, shown as a primary button while it is not null. Not owned.
    void setAction(QAction *action);
    /// Another way to start, shown quietly below. Not owned.
    void setSecondAction(QAction *action);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showAction();
    static void follow(QPushButton *button, const QAction *action);

    QLabel *m_iconLabel = nullptr;
    QLabel *m_titleLabel = nullptr;
    QLabel *m_textLabel = nullptr;
    QPushButton *m_button = nullptr;
    QPushButton *m_secondButton = nullptr;
    QAction *m_action = nullptr;
    QString m_iconName;
};

/// One pixel of hairline.
[[nodiscard]] QWidget *makeHairline(Qt::Orientation orientation, QWidget *parent);

} // namespace vigie::gui
