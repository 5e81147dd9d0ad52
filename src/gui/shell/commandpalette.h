// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QKeySequence>
#include <QList>
#include <QPointer>

class QAction;
class QLineEdit;
class QListView;
class QStandardItemModel;

namespace vigie::gui
{

/// One thing that can be done, and where in the menus it stands.
struct Command {
    QPointer<QAction> action = {};
    QString name = {};
    QString path = {}; ///< "Go", "Mention": shown muted
    QKeySequence shortcut = {};
};

/// Ctrl+K: every page and act by a few letters of its name. Only what is possible now is offered.
class CommandPalette : public QDialog
{
    Q_OBJECT

public:
    explicit CommandPalette(QWidget *parent);
    void setCommands(QList<Command> commands);
    /// Above the window, empty, with the focus in its field.
    void popUp();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter(const QString &typed);
    void run();

    QList<Command> m_commands;
    QLineEdit *m_field = nullptr;
    QListView *m_view = nullptr;
    QStandardItemModel *m_model = nullptr;
};

} // namespace vigie::gui
