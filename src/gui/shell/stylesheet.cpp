// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/stylesheet.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

namespace
{

// @names are tokens; #N is N pixels at 100 % text.
const auto kTemplate = uR"(
QToolTip { color: @text; background: @raised; border: 1px solid @hairline; padding: 4px 8px; }
QLabel { background: transparent; }
QLabel[textRole="small"] { font-size: #11; }
QLabel[textRole="muted"] { color: @muted; }
QLabel[textRole="smallMuted"] { font-size: #11; color: @muted; }
QLabel[textRole="strong"] { font-weight: 600; }
QLabel[textRole="large"] { font-size: #15; }
QLabel[textRole="title"] { font-size: #20; font-weight: 600; }
QLabel[textRole="display"] { font-size: #28; font-weight: 600; }
QLabel[textRole="section"] { font-size: #11; font-weight: 600; color: @muted; }
QLabel[textRole="negative"] { color: @negative; }
QLabel[textRole="warning"] { color: @warning; }
QLabel[textRole="positive"] { color: @positive; }

QWidget[hairline="true"] { background: @hairline; }
QWidget[panel="plain"] { background: @raised; }
QWidget[panel="top"] { background: @raised; border-top: 1px solid @hairline; }
QWidget[panel="left"] { background: @raised; border-left: 1px solid @hairline; }
QWidget[panel="right"] { background: @raised; border-right: 1px solid @hairline; }
QWidget[panel="bottom"] { background: @raised; border-bottom: 1px solid @hairline; }
QWidget[panel="top-left-right-bottom"] { background: @raised; border: 1px solid @hairline; border-radius: 6px; }

QPushButton, QToolButton { color: @text; background: @raised; border: 1px solid @control; border-radius: 6px;
    padding: 4px 12px; min-height: #20; }
QPushButton:hover, QToolButton:hover { background: @hover; }
QPushButton:pressed, QToolButton:pressed { background: @hairline; }
QPushButton:focus, QToolButton:focus { border: 2px solid @link; padding: 3px 11px; }
QPushButton:disabled, QToolButton:disabled { color: @control; border-color: @hairline; }
QPushButton:checked, QToolButton:checked { color: @link; background: @selection; border-color: @link; }
QPushButton[buttonKind="primary"] { color: @accentText; background: @accent; border-color: @accent; font-weight: 600; }
QPushButton[buttonKind="primary"]:hover { background: @accentHover; border-color: @accentHover; }
QPushButton[buttonKind="primary"]:focus { border-color: @text; }
QPushButton[buttonKind="primary"]:disabled { color: @muted; background: @hairline; border-color: @hairline; }
QPushButton[buttonKind="danger"] { color: @fillText; background: @dangerFill; border-color: @dangerFill; font-weight: 600; }
QPushButton[buttonKind="danger"]:focus { border-color: @text; }
QPushButton[buttonKind="danger"]:disabled { color: @muted; background: @hairline; border-color: @hairline; }
QPushButton[buttonKind="quiet"], QToolButton[buttonKind="quiet"] { background: transparent; border-color: transparent;
    padding: 4px 8px; }
QPushButton[buttonKind="quiet"]:hover, QToolButton[buttonKind="quiet"]:hover { background: @hover; }
QPushButton[buttonKind="quiet"]:focus, QToolButton[buttonKind="quiet"]:focus { border: 2px solid @link; padding: 3px 7px; }
QPushButton[buttonKind="quiet"]:checked, QToolButton[buttonKind="quiet"]:checked { color: @link; background: @selection; }
QPushButton::menu-indicator, QToolButton::menu-indicator { image: url(@chevron); subcontrol-position: right center;
    subcontrol-origin: padding; right: 6px; width: 10px; height: 10px; }

QLineEdit QToolButton, QLineEdit QToolButton:focus, QLineEdit QToolButton:hover { background: transparent; border: none;
    padding: 0px; min-height: 0px; }

QLineEdit, QAbstractSpinBox, QComboBox { color: @text; background: @raised; border: 1px solid @control; border-radius: 6px;
    padding: 3px 8px; min-height: #22; selection-background-color: @accent; selection-color: @accentText; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus { border: 2px solid @link; padding: 2px 7px; }
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled { color: @control; border-color: @hairline; }
QLineEdit:read-only { background: @surface; }
QComboBox::drop-down, QDateTimeEdit::drop-down { border: none; width: 24px; subcontrol-origin: border; subcontrol-position: top right; }
QComboBox::down-arrow, QDateTimeEdit::down-arrow { image: url(@chevron); width: 10px; height: 10px; }
QComboBox QAbstractItemView { background: @raised; border: 1px solid @hairline; selection-background-color: @selection;
    selection-color: @text; padding: 4px; outline: none; }
QCheckBox, QRadioButton { spacing: 8px; }
QCheckBox::indicator, QRadioButton::indicator, QListView::indicator { width: #14; height: #14; background: @raised;
    border: 1px solid @control; border-radius: 4px; }
QRadioButton::indicator { border-radius: #7; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { background: @hover; }
QCheckBox::indicator:checked, QListView::indicator:checked { background: @accent; border-color: @accent;
    image: url(:/icons/own/check.svg); }
QRadioButton::indicator:checked { background: @accentText; border: #5 solid @accent; border-radius: #8; width: #6; height: #6; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: @hairline; }
QPlainTextEdit, QTextEdit, QTextBrowser { color: @text; background: @raised; border: 1px solid @control; border-radius: 6px;
    padding: 4px; selection-background-color: @accent; selection-color: @accentText; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid @link; padding: 3px; }
QTextEdit[textRole="large"] { font-size: #15; }
QTextEdit[textRole="smallMuted"] { font-size: #11; color: @muted; }
QPushButton[isCompact="true"], QPushButton[isCompact="true"]:focus { color: @link; background: @selection; border: 1px solid @link;
    padding: 0px 8px; min-height: #14; font-size: #11; }
QPushButton[hasMenu="true"] { padding-right: 22px; }
QPushButton[isLine="true"] { text-align: left; }
QPlainTextEdit[frame="none"], QTextEdit[frame="none"], QTextBrowser[frame="none"], QTextEdit[frame="none"]:focus { border: none; padding: 0px;
    background: transparent; }

QMenuBar { background: @surface; border-bottom: 1px solid @hairline; padding: 0px 4px; }
QMenuBar::item { padding: 4px 8px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: @hover; }
QMenu { background: @raised; border: 1px solid @hairline; padding: 4px; }
QMenu::item { padding: 4px 24px 4px 12px; border-radius: 4px; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: @selection; color: @text; }
QMenu::item:disabled { color: @control; }
QMenu::separator { height: 1px; background: @hairline; margin: 4px 8px; }

QAbstractItemView { background: @raised; border: none; outline: none; selection-background-color: @selection;
    selection-color: @text; alternate-background-color: @surface; }
QHeaderView::section { background: @raised; color: @muted; border: none; border-bottom: 1px solid @hairline;
    padding: 4px 8px; font-size: #11; font-weight: 600; }
QTableView { gridline-color: @hairline; }
QTableCornerButton::section { background: @raised; border: none; }

QTabWidget::pane { border: none; border-top: 1px solid @hairline; }
QTabBar { background: transparent; }
QTabBar::tab { color: @muted; padding: 8px 4px; margin: 0px 8px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected { color: @text; font-weight: 600; border-bottom-color: @link; }
QTabBar::tab:focus { color: @link; }
QTabBar QToolButton { border: none; background: @surface; padding: 0px; min-height: 0px; }

QScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget#scrollContents { background: transparent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0px; }
QScrollBar::handle { background: @chartNeutral; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: @control; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QSplitter::handle { background: @hairline; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QProgressBar { background: @neutralTint; border: none; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: @link; border-radius: 3px; }
QStatusBar { background: @surface; border-top: 1px solid @hairline; color: @muted; }
QStatusBar::item { border: none; }
QDialog { background: @surface; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QGroupBox { border: none; margin-top: #20; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0px; }
)"_s;

const QHash<QString, Token> &namedTokens()
{
    static const QHash<QString, Token> names = {
        {u"surface"_s, Token::Surface},         {u"raised"_s, Token::Raised},
        {u"hover"_s, Token::Hover},             {u"hairline"_s, Token::Hairline},
        {u"control"_s, Token::Control},         {u"text"_s, Token::Text},
        {u"muted"_s, Token::Muted},             {u"accent"_s, Token::Accent},
        {u"accentHover"_s, Token::AccentHover}, {u"accentText"_s, Token::AccentText},
        {u"link"_s, Token::Link},               {u"selection"_s, Token::Selection},
        {u"negative"_s, Token::Negative},       {u"warning"_s, Token::Warning},
        {u"positive"_s, Token::Positive},       {u"dangerFill"_s, Token::DangerFill},
        {u"fillText"_s, Token::FillText},       {u"neutralTint"_s, Token::NeutralTint},
        {u"chartNeutral"_s, Token::ChartNeutral}};
    return names;
}

bool isNameCharacter(QChar character)
{
    return character.isLetter();
}

} // namespace

QString styleSheetFor(Scheme scheme, double textScale)
{
    QString sheet;
    sheet.reserve(kTemplate.size() * 3 / 2);
    for (qsizetype i = 0; i < kTemplate.size(); ++i) {
        const QChar mark = kTemplate.at(i);
        if (mark != u'@' && mark != u'#') {
            sheet += mark;
            continue;
        }
        qsizetype end = i + 1;
        const bool isColor = mark == u'@';
        while (end < kTemplate.size() && (isColor ? isNameCharacter(kTemplate.at(end)) : kTemplate.at(end).isDigit()))
            ++end;
        const QString name = kTemplate.mid(i + 1, end - i - 1);
        if (name == u"chevron")
            sheet += scheme == Scheme::Light ? u":/icons/own/chevron-light.svg"_s : u":/icons/own/chevron-dark.svg"_s;
        else if (isColor)
            sheet += color(namedTokens().value(name), scheme).name();
        else if (!name.isEmpty())
            sheet += QString::number(qRound(name.toInt() * textScale)) + u"px"_s;
        else
            sheet += mark; // an object's name, as in QWidget#scrollContents
        i = end - 1;
    }
    return sheet;
}

} // namespace vigie::gui
