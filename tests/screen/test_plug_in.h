// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

/// A window that a plug-in for tests shows, by a procedure of its own.
struct TestWindow {
  const char* procedure;
  /// Returns once the window is closed.
  void (*show)();
};

/// What test_plug_in.cpp makes a plug-in of; each plug-in defines it. The program's name is
/// what screen readers know it by.
struct TestPlugIn {
  const char* program;
  std::span<const TestWindow> windows;
};
extern const TestPlugIn test_plug_in;
