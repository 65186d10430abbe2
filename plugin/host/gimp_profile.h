// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libgimp/gimp.h>

#include "base/gobject_ptr.h"

namespace wordbrush::host {

/// Converts where babl cannot: profiles made of tables (scanners, printers) have no babl
/// space, and babl then takes their values for sRGB.
class TableProfile {
 public:
  explicit TableProfile(GimpImage* image);

  /// False where babl can.
  explicit operator bool() const { return bool(profile_); }

  /// Values between two of float_format(); null where the profile does not lead there.
  GObjectPtr<GimpColorTransform> to_srgb() const;
  GObjectPtr<GimpColorTransform> from_srgb() const;

  static const Babl* float_format() { return babl_format("R'G'B'A float"); }

 private:
  GObjectPtr<GimpColorProfile> profile_;
};

/// Whether what the image is sent as can come back into it: some profiles lead only one
/// way, those of cameras and broken ones. True where the profile does not even tell what
/// its values look like: GIMP shows them, and we send them, as if they were sRGB.
bool takes_colors_back(GimpImage* image);

}  // namespace wordbrush::host
