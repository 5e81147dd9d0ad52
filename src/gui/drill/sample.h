// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language.h"

namespace vigie::gui
{

class Desk;

/// What `vigie --sample` shows: the shipped scenario of this language plays at an hour a minute, from shortly before its event,
/// with the people at the desk as the players. Returns at once; the desk is then moved into the exercise.
void startSample(Desk &desk, core::Language language);

} // namespace vigie::gui
