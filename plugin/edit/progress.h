// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace wordbrush::edit {

enum class Stage {
  Reading,    ///< the picture from GIMP
  Encoding,   ///< it, for sending
  Sending,    ///< the request
  Pausing,    ///< the service is busy; the request is sent again
  Waiting,    ///< for the first byte of the answer
  Receiving,  ///< the answer
  Fitting,    ///< the answer to its place
  Inserting,  ///< the layer
};

struct Progress {
  Stage stage = Stage::Reading;
  std::optional<double> fraction;  ///< of the stage, 0 to 1; none where nobody knows
  int seconds = 0;                 ///< Pausing: how much longer
};

}  // namespace wordbrush::edit
