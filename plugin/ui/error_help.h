// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/error.h"

namespace wordbrush::ui {

/// What one press can do about an error.
enum class Help {
  OpenConnections,
  TryAgain,
  TryAgainLater,  ///< after busy_seconds
  SendSmaller,
  ShowWords,    ///< of the model, which gave words in place of a picture
  CopyDetails,  ///< to ask somebody
};

/// How long a service that is too busy is given, in seconds. What it asks for itself has
/// been waited for by then.
inline constexpr int busy_seconds = 20;

/// What fits an error of that kind best.
Help help_for(ErrorKind kind);

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
