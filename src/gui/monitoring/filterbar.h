// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format.h"
#include "gui/common/volumechart.h"
#include "monitoring/mentionrepository.h"
#include "monitoring/watch.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QAction;

namespace vigie::gui
{

namespace Ui
{
class FilterBar;
}

/// What the list shows: search (300 ms after the last key), watch, tone, copies, and how far the desk has got with it.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent = nullptr);
    ~FilterBar() override;

    [[nodiscard]] const monitoring::MentionFilter &filter() const { return m_filter; }
    /// Keeps the chosen one where it still exists.
    void setWatches(const std::vector<monitoring::Watch> &watches);
    void setCounts(const monitoring::StatusCounts &counts);
    void setFormat(const core::Format &format);
    void setSpan(const std::optional<TimeSpan> &span);
    void setStatus(std::optional<monitoring::Status> status);
    void clear();
    void focusSearch();

signals:
    void filterChanged(const vigie::monitoring::MentionFilter &filter);
    /// Enter or Down in the search field: on to the list.
    void listRequested();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void showCounts();
    void apply();
    /// Where the text is no query, the sign at the field's end says what is wrong with it.
    void showProblem();
    /// In two lines where one is too short, and in three where the text is large and the room small.
    void fold();

    std::unique_ptr<Ui::FilterBar> m_ui;
    monitoring::MentionFilter m_filter;
    monitoring::StatusCounts m_counts;
    core::Format m_format;
    QTimer m_searchTimer;
    QAction *m_helpAction = nullptr; ///< at the end of the search field
    int m_wholeStatusWidth = 0; ///< of the buttons with all their counts
    bool m_isNarrow = false;
};

} // namespace vigie::gui
