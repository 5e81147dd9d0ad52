// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/shell/page.h"
#include "workspace/workspace.h"

#include <QStringList>

#include <functional>
#include <memory>

/// A desk without a window: it writes down what a page asks of it.
class DeskForTests : public vigie::gui::Desk
{
public:
    explicit DeskForTests(std::unique_ptr<vigie::workspace::Workspace> workspace) : m_workspace(std::move(workspace)) {}

    vigie::workspace::Workspace &workspace() override { return *m_workspace; }
    void openPage(vigie::gui::PageId page, qint64 itemId) override
    {
        pages.append({page, itemId});
        if (pageOpened)
            pageOpened(page, itemId);
    }
    void openMention(vigie::core::MentionId mention) override { mentions.append(mention.value); }
    void openCrisisAt(vigie::core::IncidentId incident, vigie::core::Instant at) override { moments.append({incident.value, at}); }
    void openComposer(vigie::core::MentionId mention, vigie::gui::ReplyVisibility) override { composed.append(mention.value); }
    void openCrisis(vigie::core::AlertId alert) override { alerts.append(alert.value); }
    void showToast(const QString &text) override { toasts.append(text); }
    void showUndoToast(const QString &text, const std::function<void()> &takeBack) override
    {
        toasts.append(text);
        undo = takeBack;
    }
    void showError(const QString &attempt, const vigie::Error &error) override
    {
        errors.append(attempt + QLatin1Char(' ') + error.toString());
    }

    struct Opened {
        vigie::gui::PageId page;
        qint64 itemId;
    };
    QList<Opened> pages;
    QList<qint64> mentions;
    QList<std::pair<qint64, vigie::core::Instant>> moments;
    QList<qint64> composed;
    QList<qint64> alerts;
    QStringList toasts;
    QStringList errors;
    std::function<void()> undo;
    std::function<void(vigie::gui::PageId, qint64)> pageOpened;

private:
    std::unique_ptr<vigie::workspace::Workspace> m_workspace;
};
