using Predictors.Reporting;

namespace Predictors.Cli;

/// <summary>A picture that is wanted as a file.</summary>
/// <param name="Picture">Which picture.</param>
/// <param name="File">The file.</param>
internal sealed record PlotChoice(PlotPicture Picture, string File)
{
    private static readonly string[] s_pictures = [.. Enum.GetNames<PlotPicture>().Select(n => n.ToLowerInvariant())];

    public static string Syntax { get; } = $"[{string.Join('|', s_pictures)}:]FILE";

    public static PlotChoice Parse(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        bool named = colon > 0 && s_pictures.Contains(text[..colon]);

        // One letter is a drive, and what holds anything but letters a folder.
        if (!named && colon > 1 && text[..colon].All(char.IsAsciiLetter))
        {
            throw new UsageException($"--plot {text} is not accepted: there is no picture '{text[..colon]}', but {string.Join(", ", s_pictures)}; a file of that name is {s_pictures[0]}:{text}.");
        }

        var choice = new PlotChoice(named ? Enum.Parse<PlotPicture>(text[..colon], ignoreCase: true) : PlotPicture.Front, named ? text[(colon + 1)..] : text);
        return PlotFiles.Endings.Contains(Path.GetExtension(choice.File))
            ? choice
            : throw new UsageException($"--plot {text} is not accepted: the file's name must end in {string.Join(" or ", PlotFiles.Endings)}, which tells the format.");
    }
}
