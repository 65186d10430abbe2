// SPDX-License-Identifier: GPL-3.0-or-later
// As plugin/precompiled/library.h, for tests.
#pragma once

#include <gtest/gtest.h>

#include <random>
#include <thread>

#include "../../plugin/precompiled/library.h"
