Console.Error.WriteLine("Nothing here yet.");
return 2;
