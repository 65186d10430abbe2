// SPDX-License-Identifier: GPL-3.0-or-later
// As base/precompiled.h, for tests.
#pragma once

#include <gtest/gtest.h>

#include <random>
#include <thread>

#include "base/precompiled.h"
