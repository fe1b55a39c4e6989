namespace Predictors.Traces;

/// <summary>A trace that is one guest of a host's recording is called <c>file#guest</c>.</summary>
internal static class GuestPath
{
    /// <summary>The name of a guest in a recording.</summary>
    public static string Join(string file, string guest) => $"{file}#{guest}";

    /// <summary>Takes a name apart; a file whose own name holds the sign is found as it is.</summary>
    /// <param name="path">The path.</param>
    /// <param name="guest">The guest; null where none is named.</param>
    /// <returns>The file.</returns>
    public static string Split(string path, out string? guest)
    {
        int sign = path.LastIndexOf('#');
        bool named = sign > 0 && sign < path.Length - 1 && !File.Exists(path) && File.Exists(path[..sign]);
        guest = named ? path[(sign + 1)..] : null;
        return named ? path[..sign] : path;
    }
}
