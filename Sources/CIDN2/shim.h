// What Swift sees of libidn2.
#pragma once
#include <idn2.h>
