// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/playbook/languagepair.h"

#include "gui/shell/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QPlainTextEdit>

#include <algorithm>

namespace vigie::gui
{

namespace
{

QStringList linesOf(const QPlainTextEdit *edit)
{
    QStringList lines;
    for (const QString &line : edit->toPlainText().split(QLatin1Char('\n'))) {
        if (!line.trimmed().isEmpty())
            lines += line.trimmed();
    }
    return lines;
}

} // namespace

QWidget *sideBySide(QWidget *left, QWidget *right, const QString &leftLabel, const QString &rightLabel, QWidget *parent)
{
    auto *pair = new QWidget(parent);
    auto *grid = new QGridLayout(pair);
    grid->setContentsMargins(0, space::kSmall, 0, 0);
    grid->setHorizontalSpacing(space::kLarge);
    grid->setVerticalSpacing(space::kTiny);
    int column = 0;
    for (const auto &[label, field] : {std::pair{leftLabel, left}, std::pair{rightLabel, right}}) {
        auto *caption = new QLabel(label, pair);
        setTextRole(caption, TextRole::Strong);
        caption->setBuddy(field);
        field->setAccessibleName(label);
        grid->addWidget(caption, 0, column);
        grid->addWidget(field, 1, column);
        grid->setColumnStretch(column++, 1);
    }
    return pair;
}

void showLines(const std::vector<playbook::Text> &texts, QPlainTextEdit *french, QPlainTextEdit *english)
{
    QStringList fr;
    QStringList en;
    for (const playbook::Text &text : texts) {
        fr += QString(text.fr).replace(QLatin1Char('\n'), QLatin1Char(' '));
        en += QString(text.en).replace(QLatin1Char('\n'), QLatin1Char(' '));
    }
    french->setPlainText(fr.join(QLatin1Char('\n')));
    english->setPlainText(en.join(QLatin1Char('\n')));
}

std::vector<playbook::Text> textsOf(const QPlainTextEdit *french, const QPlainTextEdit *english)
{
    const QStringList fr = linesOf(french);
    const QStringList en = linesOf(english);
    std::vector<playbook::Text> texts;
    for (qsizetype i = 0; i < std::min(fr.size(), en.size()); ++i)
        texts.push_back({.en = en.at(i), .fr = fr.at(i)});
    return texts;
}

bool linesMatch(const QPlainTextEdit *french, const QPlainTextEdit *english)
{
    return linesOf(french).size() == linesOf(english).size();
}

} // namespace vigie::gui
