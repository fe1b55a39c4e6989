namespace AuthorMistakes;

internal static class Elsewhere
{
    internal static long LastNs;
}
