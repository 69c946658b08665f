// What Swift sees of libpsl.
#pragma once
#include <libpsl.h>
