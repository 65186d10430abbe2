// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/error.h"

namespace wordbrush::ui {

/// What one press can do about an error.
enum class Help {
  OpenConnections,
  TryAgain,
  TryAgainLater,  ///< after seconds_to_wait()
  SendSmaller,
  ShowWords,    ///< of the model, which gave words in place of a picture
  ChangeCap,    ///< on what may be spent
  CopyDetails,  ///< to ask somebody
};

/// What fits the error best.
Help help_for(const Error& error);

/// How long a service is given before it is asked again: what it asks for, from 1 to 120 s;
/// 20 s where it does not say.
int seconds_to_wait(const Error& error);

/// The button's label, translated.
std::string label_of(Help help);

/// What was asked of whom, for error_details().
struct Asked {
  std::string host;
  std::string model;
  std::string gimp_version;
};

/// What to send to somebody who can help: no key, no prompt and no picture.
std::string error_details(const Error& error, const Asked& asked);

}  // namespace wordbrush::ui
