// SPDX-License-Identifier: GPL-3.0-or-later
// As base/precompiled.h, for what measures pictures.
#pragma once

#include <cmath>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "base/precompiled.h"
