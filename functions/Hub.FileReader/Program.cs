using Hub.Intake.Files.Reading;

// The process in which strangers' files are read: ReaderPool starts it, watches it and ends it.
return ReaderServer.Run(Console.OpenStandardInput(), Console.OpenStandardOutput());
