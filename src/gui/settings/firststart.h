// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/filedialogs.h"
#include "gui/settings/directory.h"
#include "gui/shell/page.h"

#include <QDialog>
#include <QFuture>

class QButtonGroup;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace vigie::gui
{

/**
 * The first minutes: whom to watch, where to listen, who sits here. Three steps, each of which may be left empty; nothing is
 * written before the last one. Or the sample crisis, which needs nothing. Show it with open(): it deletes itself.
 */
class FirstStart : public QDialog
{
    Q_OBJECT

public:
    /// `playSample` starts the sample exercise.
    FirstStart(Desk &desk, std::function<void()> playSample, QWidget *parent);

    void setFileAsker(FileAsker asker) { m_askForFile = std::move(asker); }

    /// A query that finds any of these words: one a line or between commas; several words together are a phrase.
    [[nodiscard]] static QString queryFor(const QString &words);
    /// Whether the database knows nothing yet: no mention, watch, source, crisis or exercise.
    [[nodiscard]] static Result<bool> isForThis(const store::Connection &connection);

signals:
    void rolesRead();
    /// Everything typed is stored, or was refused with its reason.
    void settled();

private:
    enum class From { Feed, File, Sample, Nowhere };
    [[nodiscard]] QWidget *makeBrandStep();
    [[nodiscard]] QWidget *makeSourceStep();
    [[nodiscard]] QWidget *makePersonStep();
    [[nodiscard]] QWidget *makeFoot();
    [[nodiscard]] QVBoxLayout *makeStep(QWidget *step, const QString &title, const QString &text);
    static void addField(QVBoxLayout *layout, const QString &label, QWidget *field, const QString &hint);
    void chooseFile();
    void showStep(int step);
    void check();
    void goOn();
    void finish();
    void addWatch();
    void addSource();
    void addPerson();
    template <typename T>
    void keep(const QFuture<Result<T>> &future, const QString &attempt);
    [[nodiscard]] From from() const;

    Desk &m_desk;
    std::function<void()> m_playSample;
    FileAsker m_askForFile = desktopFileAsker();
    QString m_path;
    int m_waiting = 0; ///< acts that have not answered

    QList<QLabel *> m_stepLabels;
    QStackedWidget *m_stack;
    QLineEdit *m_brandEdit = nullptr;
    QPlainTextEdit *m_wordsEdit = nullptr;
    QButtonGroup *m_fromGroup = nullptr;
    QLineEdit *m_feedEdit = nullptr;
    QPushButton *m_fileButton = nullptr;
    QLineEdit *m_nameEdit = nullptr;
    QComboBox *m_roleBox = nullptr;
    QPushButton *m_backButton = nullptr;
    QPushButton *m_nextButton = nullptr;
};

} // namespace vigie::gui
