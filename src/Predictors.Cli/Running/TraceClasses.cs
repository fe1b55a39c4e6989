using System.Text.Json;

namespace Predictors.Cli;

/// <summary>Which trace belongs to which class of a contest: a JSON file, <c>{ "classes": [{ "name": "service", "traces": ["FILE"] }] }</c>.</summary>
internal sealed class TraceClasses
{
    /// <summary>The class of traces that the file does not name.</summary>
    public const string Other = "other";

    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    private readonly string _folder;

    private TraceClasses(string folder, IReadOnlyList<ClassOfTraces> classes)
    {
        _folder = folder;
        All = classes;
    }

    /// <summary>The classes, in the order of the file.</summary>
    public IReadOnlyList<ClassOfTraces> All { get; }

    /// <summary>Reads a file of classes.</summary>
    /// <param name="path">The file; its traces are looked for beside it.</param>
    /// <exception cref="InvalidDataException">It is no such file; the message names it.</exception>
    public static TraceClasses Read(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            ClassFile content = JsonSerializer.Deserialize<ClassFile>(file, s_options) ?? throw new JsonException("it is null.");
            string? twice = content.Classes.SelectMany(c => c.Traces).GroupBy(t => t).FirstOrDefault(g => g.Count() > 1)?.Key;
            return twice is null
                ? new TraceClasses(Path.GetDirectoryName(Path.GetFullPath(path))!, content.Classes)
                : throw new InvalidDataException($"{path} names the trace {twice} twice: a trace belongs to one class.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} is no file of trace classes: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{path} can't be read: {e.Message}", e);
        }
    }

    /// <summary>The traces of the file, each with its class.</summary>
    public IEnumerable<(string Class, string Path)> Traces() =>
        All.SelectMany(c => c.Traces.Select(t => (c.Name, Path.Combine(_folder, t))));

    /// <summary>The class of a trace, by its file name.</summary>
    public string ClassOf(string path) => All.FirstOrDefault(c => c.Traces.Any(t => Path.GetFileName(t) == Path.GetFileName(path)))?.Name ?? Other;

    /// <summary>A class.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Traces">The file names of its traces.</param>
    internal sealed record ClassOfTraces(string Name, IReadOnlyList<string> Traces);

    private sealed record ClassFile(IReadOnlyList<ClassOfTraces> Classes);
}
