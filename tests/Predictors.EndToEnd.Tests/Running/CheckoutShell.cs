namespace Predictors.EndToEnd.Tests;

/// <summary>
/// Runs command blocks of the documentation with bash, in a folder that looks like the root of the repository and takes
/// what they write. In it <c>dotnet</c> builds nothing: what it would build is there, or this test would not run.
/// </summary>
internal sealed class CheckoutShell : IDisposable
{
    private const string Dotnet = """
        #!/bin/bash
        # dotnet build|test -c Release [PROJECT]; dotnet run -c Release --project PROJECT -- ARGUMENTS
        fail() { echo "$1: not what the documentation's commands look like" >&2; exit 99; }
        verb=$1; shift
        [ "$1 $2" = "-c Release" ] || fail "$verb $*"; shift 2
        case $verb in
          build|test) [ $# -eq 0 ] || [ -e "$1" ] || fail "$verb $1" ;;
          run)
            [ "$1" = --project ] && [ "$3" = -- ] || fail "run $*"
            name=$(basename "$2"); [ "$name" = Predictors.Cli ] && name=predictors
            assembly=$2/$OUTPUT/$name.dll; shift 3
            exec "$DOTNET" "$assembly" "$@" ;;
          *) fail "$verb" ;;
        esac
        """;

    // The tool as it is when it is installed.
    private const string Predictors = """
        #!/bin/bash
        exec "$DOTNET" "src/Predictors.Cli/$OUTPUT/predictors.dll" "$@"
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly string _checkout;

    public CheckoutShell()
    {
        _checkout = Directory.CreateDirectory(_folder["checkout"]).FullName;
        foreach (string entry in new[] { "src", "plugins", "samples", "tests", "traces", "README.md" })
        {
            File.CreateSymbolicLink(Path.Combine(_checkout, entry), Path.Combine(RepositoryProject.Root, entry));
        }

        Directory.CreateDirectory(_folder["bin"]);
        Place("dotnet", Dotnet);
        Place("predictors", Predictors);
    }

    /// <summary>Puts a file into the root.</summary>
    public void Copy(string file, string name) => File.Copy(file, Path.Combine(_checkout, name));

    public CommandResult Run(string block) => PredictorsCommand.Run(PredictorsCommand.Start(
        "bash",
        ["-eu", "-c", block],
        _checkout,
        ("PATH", $"{_folder["bin"]}:{Environment.GetEnvironmentVariable("PATH")}"),
        ("DOTNET", PredictorsCommand.Dotnet),
        ("OUTPUT", Path.GetRelativePath(Path.Combine(RepositoryProject.Root, "tests", "Predictors.EndToEnd.Tests"), AppContext.BaseDirectory))));

    public void Dispose() => _folder.Dispose();

    private void Place(string name, string script)
    {
        string path = _folder["bin/" + name];
        File.WriteAllText(path, script);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }
}
