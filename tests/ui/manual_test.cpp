// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/manual.h"

#include <gtest/gtest.h>

#include <fstream>

#include "support/temporary_folder.h"

namespace wordbrush::ui {
namespace {

