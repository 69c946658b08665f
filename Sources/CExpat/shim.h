// What Swift sees of expat.
#pragma once
#include <expat.h>
