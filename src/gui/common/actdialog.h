// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "gui/shell/theme.h"
#include "store/async.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace vigie::gui
{

/**
 * A dialog for one act: a sentence on what it does, fields with their labels above, and a button that names the act.
 *
 * Derive, build the fields in the constructor and answer isComplete() and act(). While the act runs the button waits; when it
 * fails the dialog says why and stays, with everything that was typed. Show it with open(): it deletes itself.
 */
class ActDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ActDialog(QWidget *parent);
    [[nodiscard]] QPushButton *actButton() const { return m_actButton; }

protected:
    /// What will happen, above the fields; empty for nothing.
    void setIntroduction(const QString &text);
    void setAct(const QString &text, ButtonKind kind = ButtonKind::Primary);
    /// Adds the label above the field, as its buddy; the field keeps the label as its accessible name.
    QLabel *addField(const QString &label, QWidget *field, const QString &hint = {});
    /// With its label and its hint.
    static void setFieldVisible(QWidget *field, bool isVisible);
    void addWide(QWidget *widget);
    /// Once what is visible has changed: the dialog grows with its fields, and does not shrink under a hand.
    void fitHeight();
    /// A text of several lines, Tab leaves it.
    [[nodiscard]] QPlainTextEdit *makeTextEdit(int lines);
    void setErrorText(const QString &text);

    /// Whether the act may be done with what the fields hold; asked again by check().
    [[nodiscard]] virtual bool isComplete() const { return true; }
    virtual void act() = 0;
    /// What is shown when the act has failed.
    [[nodiscard]] virtual QString failureSentence(const Error &error) const;
    void check();
    void showEvent(QShowEvent *event) override;

    /// Waits for the answer without blocking: `done` and accept() when it went well, the reason on the dialog otherwise.
    template <typename T, typename Done>
    void finishWith(const QFuture<Result<T>> &future, Done done)
    {
        setWaiting(true);
        store::whenDone(future, this, [this, done = std::move(done)](const Result<T> &answer) mutable {
            setWaiting(false);
            if (!answer) {
                showFailure(answer.error());
                return;
            }
            done(answer);
            accept();
        });
    }
    template <typename T>
    void finishWith(const QFuture<Result<T>> &future)
    {
        finishWith(future, [](const Result<T> &) {});
    }

private:
    void setWaiting(bool waits);
    void showFailure(const Error &error);
    /// Not the button that cancels, where the one that acts waits for something to be typed.
    void focusFirstField();
    void orderTabs();

    QScrollArea *m_scrollArea; ///< for a small screen and for text at 200 %
    QVBoxLayout *m_fields;
    QLabel *m_introduction;
    QLabel *m_error;
    QDialogButtonBox *m_buttons;
    QPushButton *m_actButton;
    bool m_isWaiting = false;
};

} // namespace vigie::gui
