// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libgimp/gimp.h>

#include <memory>
#include <span>

#include "base/glib_ptr.h"

namespace wordbrush::host {

/// A list that libgimp gives away, but not what is in it; it ends with a null.
template <class T>
using ObjectsPtr = std::unique_ptr<T*, FreeWith<g_free>>;

template <class T>
std::span<T*> all_of(const ObjectsPtr<T>& objects) {
  return {objects.get(),
          gimp_core_object_array_get_length(reinterpret_cast<GObject**>(objects.get()))};
}

}  // namespace wordbrush::host
