// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/actdialog.h"
#include "gui/shell/page.h"
#include "monitoring/watch.h"
#include "monitoring/watchpreview.h"

#include <QTimer>

class QLineEdit;
class QSpinBox;

namespace vigie::gui
{

class ElidedLabel;
class QueryEdit;
class SensitivityChoice;

/// Adds or edits a watch. While it is written it shows what it finds in what is stored, and how often it would have given an
/// alert at each sensitivity; all of that is read beside the window.
class WatchDialog : public ActDialog
{
    Q_OBJECT

public:
    WatchDialog(Desk &desk, const monitoring::Watch &watch, QWidget *parent);

signals:
    /// The preview on the dialog is that of what it holds.
    void previewed();

protected:
    bool isComplete() const override;
    void act() override;

private:
    void buildFields();
    void addFound();
    void addHelp();
    [[nodiscard]] monitoring::Watch edited() const;
    /// A moment after the last key.
    void askPreview();
    void readPreview();
    void showPreview(const monitoring::WatchPreview &preview);

    Desk &m_desk;
    const monitoring::Watch m_watch; ///< as it was
    QLineEdit *m_nameEdit;
    QueryEdit *m_queryEdit;
    QLabel *m_foundLabel;
    std::vector<ElidedLabel *> m_foundPosts;
    SensitivityChoice *m_sensitivity;
    QSpinBox *m_thresholdBox;
    QTimer m_previewTimer;
    bool m_isReading = false; ///< one at a time, whatever is typed
    bool m_isStale = false;   ///< something changed meanwhile
};

} // namespace vigie::gui
