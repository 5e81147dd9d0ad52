// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/shell/theme.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace vigie::gui
{

/// A band over the whole page: a drill runs, publication is suspended, there is no network. Always a word and an icon.
class Band : public QWidget
{
    Q_OBJECT

public:
    Band(QString iconName, Token ground, Token ink, QWidget *parent = nullptr);
    void setTexts(const QString &word, const QString &sentence);
    /// Empty hides the button.
    void setButtonText(const QString &text);

signals:
    void buttonClicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyInk();

    QString m_iconName;
    Token m_ground;
    Token m_ink;
    QLabel *m_wordLabel = nullptr;
    QLabel *m_sentenceLabel = nullptr;
    QPushButton *m_button = nullptr;
};

} // namespace vigie::gui
