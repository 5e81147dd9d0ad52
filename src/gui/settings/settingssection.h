// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/cardlist.h"
#include "gui/shell/page.h"
#include "store/change.h"

#include <QFuture>

#include <algorithm>
#include <functional>
#include <vector>

class QLabel;

namespace vigie::gui
{

class EmptyState;

/// One part of the settings. Reads and writes by itself; the page only shows one of them at a time.
class SettingsSection : public QWidget
{
    Q_OBJECT

public:
    SettingsSection(Desk &desk, QWidget *parent);

    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual QString iconName() const = 0;
    [[nodiscard]] virtual QAction *primaryAction() const = 0; ///< may be null
    [[nodiscard]] virtual QList<QAction *> otherActions() const { return {}; }
    /// The one line beside the page's title.
    [[nodiscard]] virtual QString headline() const { return {}; }
    [[nodiscard]] virtual bool isAbout(const store::Change &change) const = 0;
    virtual void load() = 0;
    virtual void retranslate() = 0;

signals:
    void headerChanged();
    void loaded();

protected:
    [[nodiscard]] Desk &desk() const { return m_desk; }
    [[nodiscard]] workspace::Workspace &workspace() const { return m_desk.workspace(); }
    [[nodiscard]] QAction *makeAction(const QString &iconName, const std::function<void()> &act);
    /// Says `done` (where there is something to say), or what went wrong.
    void finish(const QFuture<Result<>> &future, const QString &done, const QString &attempt);

private:
    Desk &m_desk;
};

/// A part that is a list of cards below a line that says what it is for.
class ListSection : public SettingsSection
{
    Q_OBJECT

public:
    ListSection(Desk &desk, QWidget *parent);

protected:
    void setIntroduction(const QString &text);
    /// Shown instead of the list while it is empty.
    void setEmptyTexts(const QString &iconName, const QString &title, const QString &text, QAction *action);
    void setRows(std::vector<CardRow> rows);
    [[nodiscard]] CardView *view() const { return m_view; }
    /// Null when it is gone.
    template <typename Thing>
    [[nodiscard]] static const Thing *byId(const std::vector<Thing> &things, qint64 id)
    {
        const auto found = std::find_if(things.begin(), things.end(), [id](const Thing &one) { return one.id.value == id; });
        return found == things.end() ? nullptr : &*found;
    }

    /// What goes, what stays, and how it goes.
    struct Removal {
        QString title;
        QString question;
        QString button = {}; ///< empty: "Remove it"
        QString done;    ///< said when it is gone
        QString attempt; ///< said when it is not
        std::function<QFuture<Result<>>()> remove;
    };
    void askToRemove(const Removal &removal);

private:
    QLabel *m_introduction;
    CardView *m_view;
    EmptyState *m_empty;
};

} // namespace vigie::gui
