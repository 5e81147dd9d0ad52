// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/shell/page.h"
#include "monitoring/importer.h"
#include "networks/csvreader.h"

#include <QDialog>
#include <QMap>

#include <atomic>
#include <memory>

class QComboBox;
class QFormLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace vigie::gui
{

class CardView;

/**
 * Brings a file of posts in: which column is what (for a table), then a progress that can be cancelled, then what became of each
 * line. Reading and storing happen on a pool thread.
 */
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    ImportDialog(Desk &desk, const QString &path, QWidget *parent);
    ~ImportDialog() override;

    [[nodiscard]] QComboBox *fieldBox(const QString &field) const { return m_fieldBoxes.value(field); }
    [[nodiscard]] QPushButton *importButton() const { return m_importButton; }

signals:
    void previewed();
    void imported();

private:
    /// Shared with the thread that imports, which may outlive the dialog.
    struct Progress {
        std::atomic<bool> isCancelled = false;
        std::atomic<qint64> done = 0;
        std::atomic<qint64> total = 0;
    };
    struct Preview {
        monitoring::FileFormat format = monitoring::FileFormat::Ndjson;
        std::optional<networks::CsvPreview> csv = std::nullopt;
        QStringList firstLines = {};
    };
    [[nodiscard]] static Result<Preview> readPreview(const QString &path);
    [[nodiscard]] QWidget *makeMapper();
    [[nodiscard]] QWidget *makeResult();
    void showPreview(const Preview &preview);
    void showRows(const networks::CsvPreview &preview);
    void showProblem(const Error &error);
    void start();
    void showProgress();
    void showReport(const monitoring::ImportReport &report);
    void checkMapping();
    [[nodiscard]] std::optional<networks::CsvMapping> mapping() const;
    [[nodiscard]] static QString fieldName(const QString &field);

    Desk &m_desk;
    const QString m_path;
    Preview m_preview;
    std::shared_ptr<Progress> m_progress = std::make_shared<Progress>();
    QMap<QString, QComboBox *> m_fieldBoxes;

    QLabel *m_titleLabel;
    QLabel *m_metaLabel;
    QStackedWidget *m_stack;
    QFormLayout *m_fields = nullptr;
    QComboBox *m_dateOrderBox = nullptr;
    QTableWidget *m_table = nullptr;
    QLabel *m_problemLabel;
    QProgressBar *m_bar = nullptr;
    CardView *m_resultView = nullptr;
    QLabel *m_resultLabel = nullptr;
    QPushButton *m_importButton;
    QPushButton *m_closeButton;
};

} // namespace vigie::gui
