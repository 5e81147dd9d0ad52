// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postmortem/report.h"

#include <QTextBrowser>

class QTextCursor;

namespace vigie::gui
{

/// The report on the screen: the same sections, words and figures as on paper, in one long page. Paper stays light in the dark.
class ReportPreview : public QTextBrowser
{
    Q_OBJECT

public:
    explicit ReportPreview(QWidget *parent = nullptr);
    /// Keeps the scroll position: the document is replaced while somebody writes beside it.
    void setReport(const postmortem::ReportDocument &report);

private:
    void addBlock(QTextCursor &cursor, const postmortem::KpiBlock &block);
    void addBlock(QTextCursor &cursor, const postmortem::ParagraphBlock &block);
    void addBlock(QTextCursor &cursor, const postmortem::ListBlock &block);
    void addBlock(QTextCursor &cursor, const postmortem::TableBlock &block);
    void addBlock(QTextCursor &cursor, const postmortem::FactsBlock &block);
    void addBlock(QTextCursor &cursor, const postmortem::ChartBlock &block);

    postmortem::ReportDocument m_report;
    QTextDocument *m_paper = nullptr; ///< what document() shows once there is a report
    int m_chartNumber = 0;
};

} // namespace vigie::gui
