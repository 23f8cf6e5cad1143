/* Runs while stemma is built: prints log_table.inc. */
#include <math.h>
#include <stdio.h>

enum { SIZE = 1024 };

int main(void)
{
    printf("enum { LOGS = %d };\nstatic const float logs[LOGS] = {\n0,\n",
           SIZE);
    for (int i = 1; i < SIZE; i++)
        printf("%aF,\n", (double)log2f((float)i));
    printf("};\n");
    return fflush(stdout) || ferror(stdout);
}
